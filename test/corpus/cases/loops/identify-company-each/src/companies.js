export function syncCompanies(companies) {
  const ha = HaloAgents.getInstance();
  for (const company of companies) {
    ha.identifyCompany(company.id, { name: company.name, arr: company.arr });
  }
}
