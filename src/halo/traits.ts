/** The customer's own date, ISO 8601: what `created_at`, which is Halo's own, stands for in the traits. Source: user traits. */
export const signUpDate = "signed_up_at";

/** Traits with a column of their own. Source: user traits. */
export const recognisedTraits = [
  "name",
  "email",
  signUpDate,
  "renewal_date",
  "renewal_status",
  "contract_term",
  "payment_terms",
  "on_contract",
  "mrr",
  "arr",
] as const;

/**
 * Traits that every live identify should pass, so that no backfill is needed later: audiences filter by them. Of those that
 * Halo recommends, `avatar` and `plan` are left to the options of the rule that asks for them. Source: user traits.
 */
export const recommendedTraits = ["name", "email", "role", signUpDate] as const;

const terms = ["monthly", "quarterly", "annual", "bi_annual"] as const;

/** Traits that take one of a closed list of values. Source: user traits. */
export const traitValues = {
  renewal_status: [
    "up_for_renewal",
    "in_progress",
    "likely_to_renew",
    "expansion_opportunity",
    "set_to_cancel",
    "set_to_cancel_trial",
    "at_risk",
    "renewed",
    "lost",
  ],
  contract_term: terms,
  payment_terms: terms,
} as const;

/** Keys that Halo manages itself and answers with HTTP 400. Source: user traits. */
export const reservedTraits = [
  "id",
  "external_id",
  "org_id",
  "company_id",
  "created_at",
  "updated_at",
  "first_seen",
  "last_seen",
  "last_contacted_at",
] as const;
