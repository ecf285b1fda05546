export interface Row {
  userId: string;
  email: string;
}
