/** The environment variable that holds the Identity Secret in the backfill guide. Back end only. */
export const identitySecretVariable = "HALO_IDENTITY_SECRET";

/** The variable that rewritten code reads the widget key from where the source shows no key. Ours, not Halo's. */
export const apiKeyVariable = "HALO_API_KEY";

/** The variables that hold the Identity Secret. Source: the backfill guide; identity verification. */
export const identitySecretVariables = [identitySecretVariable, "HALOAGENTS_SECRET_KEY"] as const;

/** What every Identity Secret begins with. Source: identity verification, keys. */
export const identitySecretPrefix = "ha_secret_";
