export const SIGNED_UP = "signed_up";
export const UPGRADED = "upgraded";
