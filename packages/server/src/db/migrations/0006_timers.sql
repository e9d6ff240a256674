ALTER TABLE `campaigns` ADD `launch_held` text;--> statement-breakpoint
CREATE INDEX `campaigns_auto_send` ON `campaigns` (`id`) WHERE auto_send = 'running';--> statement-breakpoint
CREATE INDEX `campaigns_auto_release` ON `campaigns` (`id`) WHERE auto_release_minutes IS NOT NULL;--> statement-breakpoint
CREATE INDEX `campaigns_scheduled` ON `campaigns` (`scheduled_at`) WHERE launched_at IS NULL;--> statement-breakpoint
CREATE INDEX `messages_initials` ON `messages` (`campaign_id`,`created_at`) WHERE initial_of_pass IS NOT NULL;--> statement-breakpoint
CREATE INDEX `typing_until` ON `typing` (`until`);