export const largestCustomer = async () => ({ id: "c_1", arr: 120_000 });
