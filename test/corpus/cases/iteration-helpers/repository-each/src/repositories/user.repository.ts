import { Collection } from "mongodb";

export interface UserDocument {
  _id: string;
  email: string;
  locale: string;
}

export class UserRepository {
  constructor(private readonly collection: Collection<UserDocument>) {}

  async each(visitor: (user: UserDocument) => Promise<void> | void): Promise<void> {
    const cursor = this.collection.find({ deleted: false });
    while (await cursor.hasNext()) {
      const user = await cursor.next();
      if (user) await visitor(user);
    }
  }

  findById(id: string) {
    return this.collection.findOne({ _id: id });
  }
}
