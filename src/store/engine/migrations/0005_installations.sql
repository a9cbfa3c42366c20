CREATE TABLE "install_states" (
	"hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"tokens" "bytea",
	"installed_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "installations_platform_workspace_pk" PRIMARY KEY("platform","workspace")
);
--> statement-breakpoint
-- Tokens belong to no region: a plain role of their own reads them, and neither tsunagi_app nor tsunagi_gate does.
do $$ begin create role tsunagi_vault nologin; exception when duplicate_object or unique_violation then null; end $$;
--> statement-breakpoint
do $$ begin
  execute format('grant tsunagi_vault to %I', current_user);
exception when unique_violation or internal_error then null; end $$;
--> statement-breakpoint
do $$ begin
  execute format('grant usage on schema %I to tsunagi_vault', current_schema());
end $$;
--> statement-breakpoint
grant select, insert, update on installations to tsunagi_vault;
--> statement-breakpoint
grant select, insert, delete on install_states to tsunagi_vault;
