import { Injectable } from "@angular/core";
import { distinctUntilKeyChanged, filter } from "rxjs";
import { AuthService } from "./auth.service";

@Injectable({ providedIn: "root" })
export class HaloService {
  constructor(private readonly auth: AuthService) {
    this.auth.user$
      .pipe(
        filter((user) => user !== null),
        distinctUntilKeyChanged("id"),
      )
      .subscribe((user) => {
        window.HaloAgents.getInstance()?.identify(user.id, { email: user.email, name: user.name });
      });
  }
}
