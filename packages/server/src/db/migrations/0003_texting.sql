CREATE TABLE `campaign_teams` (
	`campaign_id` integer NOT NULL,
	`team_id` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `team_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `campaign_teams_team` ON `campaign_teams` (`team_id`);--> statement-breakpoint
CREATE TABLE `delivery_minutes` (
	`campaign_id` integer NOT NULL,
	`minute` integer NOT NULL,
	`outcome` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `minute`, `outcome`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `delivery_minutes_minute` ON `delivery_minutes` (`minute`);--> statement-breakpoint
CREATE TABLE `typing` (
	`conversation_id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`fields` text NOT NULL,
	`received_at` integer NOT NULL,
	`processed_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`error` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_events_key` ON `webhook_events` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `webhook_events_open` ON `webhook_events` (`id`) WHERE processed_at IS NULL;--> statement-breakpoint
CREATE INDEX `webhook_events_received` ON `webhook_events` (`received_at`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `auto_send` text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `auto_send_per_hour` integer;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `auto_send_by` integer;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `sending_paused_at` integer;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `sending_paused_reason` text;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `assistant_rules` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `likely_opt_out` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `phone_number_id` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `phone_number_id` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `media` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `assistant` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`campaign_id`,`id`) WHERE send_status = -1;--> statement-breakpoint
CREATE INDEX `messages_to_send` ON `messages` (`phone_number_id`,(initial_of_pass IS NOT NULL),`id`) WHERE send_status = 1;--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`send_status`,`due_at`) WHERE send_status < 0;--> statement-breakpoint
ALTER TABLE `text_requests` ADD `decided_by` integer REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `text_requests` ADD `decided_at` integer;--> statement-breakpoint
CREATE INDEX `text_requests_user` ON `text_requests` (`user_id`,`id`);--> statement-breakpoint
ALTER TABLE `organizations` ADD `max_per_request` integer DEFAULT 200 NOT NULL;--> statement-breakpoint
ALTER TABLE `organizations` ADD `request_approval` text DEFAULT 'automatic' NOT NULL;--> statement-breakpoint
ALTER TABLE `organizations` ADD `assistant_url` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `assistant_secret` text;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD `send_every_ms` integer DEFAULT 1000 NOT NULL;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD `next_send_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `phone_numbers_organization` ON `phone_numbers` (`organization_id`);--> statement-breakpoint
CREATE INDEX `teams_organization` ON `teams` (`organization_id`);