export interface Subscription {
  userId: string;
  term: "monthly" | "annual";
}
