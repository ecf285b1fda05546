import { Injectable } from "@angular/core";
import { BehaviorSubject, distinctUntilChanged, filter, tap } from "rxjs";

interface User {
  id: string;
  email: string;
  plan: string;
}

@Injectable({ providedIn: "root" })
export class SessionService {
  private readonly current = new BehaviorSubject<User | null>(null);

  readonly user$ = this.current.pipe(
    filter((user): user is User => user !== null),
    distinctUntilChanged((a, b) => a.id === b.id),
    tap((user) => window.HaloAgents.getInstance()?.identify(user.id, { email: user.email })),
  );

  start(user: User) {
    this.current.next(user);
  }

  stop() {
    this.current.next(null);
  }
}
