import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from "typeorm";

@Entity()
export class Subscription {
  @PrimaryGeneratedColumn() id!: number;
  @Column() mrr!: number;
  @ManyToOne("User") owner!: { id: string };
}
