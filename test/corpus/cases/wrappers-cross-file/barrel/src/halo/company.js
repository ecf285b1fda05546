export const companyTraits = (company) => ({ name: company.name });
