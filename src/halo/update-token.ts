/**
 * The rules of the `user_token` of an update call: org-scoped, short-lived, signed on a back end.
 * Source: API reference, users/update; identity verification.
 */
export const updateToken = {
  algorithm: "HS256",
  scope: "users.update",
  /** The longest life that Halo accepts, in seconds. */
  maxAgeSeconds: 3600,
  /** The life that the backfill guide uses, and so do the rewrites, in seconds. */
  ageSeconds: 300,
} as const;
