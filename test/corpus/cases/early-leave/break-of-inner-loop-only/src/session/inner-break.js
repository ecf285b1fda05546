export function syncPrimaryMail(users) {
  for (const user of users) {
    for (const mail of user.mails) {
      if (!mail.primary) continue;
      HaloAgents.getInstance().identify(user.id, { email: mail.address });
      break;
    }
  }
}
