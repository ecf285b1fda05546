import axios from "axios";
import { HALO_BASE_URL, HALO_PATHS } from "../constants/endpoints";
import { haloToken } from "./halo-token";

type User = { id: string; seats: number };

export async function reportSeats(pages: AsyncIterable<User[]>): Promise<void> {
  for await (const page of pages) {
    await axios.post(
      HALO_BASE_URL + HALO_PATHS.update,
      {
        user_token: haloToken(),
        users: page.map((user) => ({ user_id: user.id, traits: { seats: user.seats } })),
      },
      { headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } },
    );
  }
}

export function identifyOwner(owner: User) {
  return axios.post(HALO_BASE_URL + HALO_PATHS.identify, { user_id: owner.id });
}
