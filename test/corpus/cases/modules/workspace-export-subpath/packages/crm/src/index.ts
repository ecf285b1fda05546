export const CRM_NAME = "halo";
