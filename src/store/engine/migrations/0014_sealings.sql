CREATE TABLE "sealings" (
	"region_id" text PRIMARY KEY NOT NULL,
	"old_accepted" boolean NOT NULL
);
--> statement-breakpoint
select protect_region('sealings');
--> statement-breakpoint
-- The vault's row is of no region, and its role sees no other one.
create policy vault on sealings to tsunagi_vault using (region_id = '') with check (region_id = '');
--> statement-breakpoint
grant select, insert, update on sealings to tsunagi_vault;
