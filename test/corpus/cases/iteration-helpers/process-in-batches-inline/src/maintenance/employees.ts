export interface Employee {
  userId: string;
  role: string;
}

export async function loadEmployees(companyId: string): Promise<Employee[]> {
  const response = await fetch(`${process.env.HR_URL}/companies/${companyId}/employees`);
  return response.json();
}
