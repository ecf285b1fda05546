import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from "@nestjs/common";
import { Observable, tap } from "rxjs";
import { HaloService } from "../halo/halo.service";

@Injectable()
export class SeenInterceptor implements NestInterceptor {
  constructor(private readonly halo: HaloService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user } = context.switchToHttp().getRequest();
    return next.handle().pipe(
      tap(() => {
        if (user) void this.halo.identify(user.id, { plan: user.plan });
      }),
    );
  }
}
