CREATE TABLE `campaign_counts` (
	`campaign_id` integer PRIMARY KEY NOT NULL,
	`needs_message` integer DEFAULT 0 NOT NULL,
	`messaged` integer DEFAULT 0 NOT NULL,
	`needs_response` integer DEFAULT 0 NOT NULL,
	`convo` integer DEFAULT 0 NOT NULL,
	`closed` integer DEFAULT 0 NOT NULL,
	`removed` integer DEFAULT 0 NOT NULL,
	`unmessaged` integer DEFAULT 0 NOT NULL,
	`marked` integer DEFAULT 0 NOT NULL,
	`assigned_unsent` integer DEFAULT 0 NOT NULL,
	`assigned_unreplied` integer DEFAULT 0 NOT NULL,
	`opted_out` integer DEFAULT 0 NOT NULL,
	`escalated` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `campaign_tags` (
	`campaign_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `tag_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `campaign_tags_tag` ON `campaign_tags` (`tag_id`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`title` text NOT NULL,
	`office_id` integer,
	`phone_number_id` integer,
	`contact_list_id` integer,
	`operated_by` text DEFAULT 'agents' NOT NULL,
	`time_zone` text NOT NULL,
	`texting_from_minute` integer DEFAULT 540 NOT NULL,
	`texting_to_minute` integer DEFAULT 1260 NOT NULL,
	`auto_assign` integer DEFAULT false NOT NULL,
	`auto_release_minutes` integer,
	`due_at` integer,
	`scheduled_at` integer,
	`launched_at` integer,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`phone_number_id`) REFERENCES `phone_numbers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_list_id`) REFERENCES `contact_lists`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `campaigns_organization` ON `campaigns` (`organization_id`,`archived_at`,`id`);--> statement-breakpoint
CREATE TABLE `canned_replies` (
	`id` integer PRIMARY KEY NOT NULL,
	`campaign_id` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `canned_replies_campaign` ON `canned_replies` (`campaign_id`,`position`);--> statement-breakpoint
CREATE TABLE `contact_lists` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`name` text NOT NULL,
	`columns` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_lists_organization` ON `contact_lists` (`organization_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`contact_list_id` integer NOT NULL,
	`phone` integer NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`zip` text NOT NULL,
	`external_id` text NOT NULL,
	`custom` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_list_id`) REFERENCES `contact_lists`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_phone` ON `contacts` (`contact_list_id`,`phone`);--> statement-breakpoint
CREATE TABLE `passes` (
	`campaign_id` integer NOT NULL,
	`number` integer NOT NULL,
	`script` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `number`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`campaign_id` integer NOT NULL,
	`parent_answer_option_id` integer,
	`text` text NOT NULL,
	`options` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `questions_campaign` ON `questions` (`campaign_id`,`position`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_name` ON `tags` (`organization_id`,`name`);--> statement-breakpoint
CREATE TABLE `answers` (
	`conversation_id` integer NOT NULL,
	`question_id` integer NOT NULL,
	`value` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `question_id`),
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `conversation_blocks` (
	`first_id` integer PRIMARY KEY NOT NULL,
	`last_id` integer NOT NULL,
	`next_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `conversation_blocks_campaign` ON `conversation_blocks` (`campaign_id`,`first_id`);--> statement-breakpoint
CREATE TABLE `conversation_tags` (
	`conversation_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `tag_id`),
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `conversation_tags_tag` ON `conversation_tags` (`tag_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`phone` integer NOT NULL,
	`texter_id` integer,
	`status` integer NOT NULL,
	`pass` integer DEFAULT 1 NOT NULL,
	`zone` integer DEFAULT 0 NOT NULL,
	`waiting_since` integer,
	`last_messaged_at` integer,
	`last_at` integer NOT NULL,
	`replied` integer DEFAULT false NOT NULL,
	`newer` integer DEFAULT false NOT NULL,
	`older` integer DEFAULT false NOT NULL,
	`opted_out` integer DEFAULT false NOT NULL,
	`escalated` integer DEFAULT false NOT NULL,
	`undeliverable` integer DEFAULT false NOT NULL,
	`needs_attention` integer DEFAULT false NOT NULL,
	`assistant` integer DEFAULT false NOT NULL,
	`operation_id` integer,
	`before_texter_id` integer,
	`before_status` integer,
	`before_pass` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_phone` ON `conversations` (`phone`,`campaign_id`);--> statement-breakpoint
CREATE INDEX `conversations_recent` ON `conversations` (`organization_id`,`last_at`);--> statement-breakpoint
CREATE INDEX `conversations_campaign` ON `conversations` (`campaign_id`,`last_at`);--> statement-breakpoint
CREATE INDEX `conversations_pool_unsent` ON `conversations` (`campaign_id`,`zone`) WHERE status = 1 AND texter_id IS NULL AND opted_out = 0 AND escalated = 0;--> statement-breakpoint
CREATE INDEX `conversations_pool_unreplied` ON `conversations` (`campaign_id`,`waiting_since`) WHERE status = 2 AND texter_id IS NULL AND opted_out = 0 AND escalated = 0;--> statement-breakpoint
CREATE INDEX `conversations_held_unsent` ON `conversations` (`texter_id`,`campaign_id`) WHERE status = 1 AND texter_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_held_unreplied` ON `conversations` (`texter_id`,`campaign_id`) WHERE status = 2 AND texter_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_engaged` ON `conversations` (`campaign_id`,`status`,`last_at`) WHERE status > 1;--> statement-breakpoint
CREATE TABLE `message_counts` (
	`campaign_id` integer NOT NULL,
	`inbound` integer DEFAULT false NOT NULL,
	`send_status` integer NOT NULL,
	`error_code` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `inbound`, `send_status`, `error_code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`conversation_id` integer NOT NULL,
	`inbound` integer DEFAULT false NOT NULL,
	`initial_of_pass` integer,
	`text` text NOT NULL,
	`segments` integer DEFAULT 1 NOT NULL,
	`send_status` integer,
	`error_code` integer,
	`service_sid` text,
	`user_id` integer,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `messages_conversation` ON `messages` (`conversation_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_initial` ON `messages` (`conversation_id`,`initial_of_pass`) WHERE initial_of_pass IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_service` ON `messages` (`service_sid`) WHERE service_sid IS NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_queued` ON `messages` (`campaign_id`,`id`) WHERE send_status = 1;--> statement-breakpoint
CREATE INDEX `messages_held` ON `messages` (`campaign_id`,`id`) WHERE send_status = 0;--> statement-breakpoint
CREATE TABLE `opt_outs` (
	`organization_id` integer NOT NULL,
	`phone` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `phone`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `text_requests` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`asked` integer NOT NULL,
	`given` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `text_requests_state` ON `text_requests` (`organization_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `operations` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`campaign_id` integer,
	`user_id` integer,
	`kind` text NOT NULL,
	`input` text NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`last_id` integer DEFAULT 0 NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`cancel_asked_at` integer,
	`leased_until` integer DEFAULT 0 NOT NULL,
	`undo_of` integer,
	`undone_by` integer,
	`before` text,
	`result` text,
	`error` text,
	`request_key` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `operations_request` ON `operations` (`organization_id`,`request_key`);--> statement-breakpoint
CREATE INDEX `operations_campaign` ON `operations` (`organization_id`,`campaign_id`,`id`);--> statement-breakpoint
CREATE INDEX `operations_running` ON `operations` (`leased_until`) WHERE state = 'running';--> statement-breakpoint
CREATE INDEX `operations_finished` ON `operations` (`finished_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organization_id` integer NOT NULL,
	`event` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_created` ON `outbox` (`created_at`);--> statement-breakpoint
CREATE TABLE `allowed_origins` (
	`organization_id` integer NOT NULL,
	`origin` text NOT NULL,
	PRIMARY KEY(`organization_id`, `origin`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `allowed_origins_origin` ON `allowed_origins` (`origin`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE INDEX `api_keys_organization` ON `api_keys` (`organization_id`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text DEFAULT 'America/New_York' NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `phone_numbers` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`office_id` integer,
	`phone` integer NOT NULL,
	`reusable` integer DEFAULT false NOT NULL,
	`messaging_service_sid` text,
	`inbox_campaign_id` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `phone_numbers_phone` ON `phone_numbers` (`phone`);--> statement-breakpoint
CREATE TABLE `sessions_revoked` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`user_id` integer,
	`token_id` text,
	`issued_before` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_revoked_user` ON `sessions_revoked` (`organization_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_revoked_token` ON `sessions_revoked` (`token_id`);--> statement-breakpoint
CREATE INDEX `sessions_revoked_expiry` ON `sessions_revoked` (`expires_at`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`team_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `team_members_user` ON `team_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`name` text NOT NULL,
	`priority` integer DEFAULT 0 NOT NULL,
	`max_per_request` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`suspended_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_external` ON `users` (`organization_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `users_name` ON `users` (`organization_id`,`name`);