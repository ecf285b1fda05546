import axios from "axios";
import { processInBatches } from "../lib/batches.js";
import { loadEmployees } from "./employees.js";

export async function syncEmployees(companyId: string): Promise<void> {
  const employees = await loadEmployees(companyId);
  await processInBatches(employees, 25, async (employee) => {
    await axios.post(
      "https://api.haloagents.ai/api/sdk/users/identify",
      { user_id: employee.userId, traits: { role: employee.role, company: companyId } },
      { headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } },
    );
  });
}
