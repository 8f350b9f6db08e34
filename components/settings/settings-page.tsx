"use client";

import { ShortcutList } from "@/components/frame/shortcut-list";
import { useShortcuts } from "@/components/frame/shortcuts";
import { useTheme } from "@/components/frame/theme";
import { THEME_WORDS } from "@/components/frame/theme-words";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Switch } from "@/components/ui/switch";
import { TextLink } from "@/components/ui/text-link";
import { useTimeZone } from "@/components/ui/time-zone";
import { THEMES } from "@/lib/preferences/theme";
import { ChangePassword } from "./change-password";

export interface SettingsPageProps {
  name: string;
  email: string;
  /** Without one somebody signs in by the identity provider alone. */
  hasPassword: boolean;
  /** Of this installation. */
  version: string;
  /** Owns an account, and so may erase numbers. */
  isOwner: boolean;
}

/** What a person can set for their own browser, and what this installation is. */
export function SettingsPage({ name, email, hasPassword, version, isOwner }: SettingsPageProps) {
  const { theme, setTheme } = useTheme();
  const { areOn, setOn } = useShortcuts();
  const timeZone = useTimeZone();
  return (
    <>
      <PageHeader title="Settings" description="For you, and for this browser." />
      <div className="flex max-w-3xl flex-col gap-5">
        <Card title="Appearance">
          <RadioGroup
            label="Theme"
            value={theme}
            onChange={(value) => {
              const chosen = THEMES.find((one) => one === value);
              if (chosen) setTheme(chosen);
            }}
          >
            {THEMES.map((one) => (
              <Radio key={one} value={one}>
                {THEME_WORDS[one].label}
              </Radio>
            ))}
          </RadioGroup>
        </Card>
        <Card title="Keyboard">
          <div className="flex flex-col gap-5">
            <Switch
              isSelected={areOn}
              onChange={setOn}
              description="Turn them off if you use voice control or other single-key tools."
            >
              Single-key shortcuts
            </Switch>
            {areOn && <ShortcutList />}
          </div>
        </Card>
        <Card title="You">
          <DescriptionList
            facts={[
              { term: "Name", value: name },
              { term: "Email", value: email },
              { term: "Time zone", value: `${timeZone} (from this browser)` },
            ]}
          />
        </Card>
        {hasPassword && <ChangePassword email={email} />}
        {isOwner && (
          <Card
            title="Personal data"
            description="For a person who asks to be forgotten: delete their number from every run, with a receipt."
          >
            <TextLink href="/settings/erase">Erase a number</TextLink>
          </Card>
        )}
        <Card title="This installation">
          <DescriptionList
            facts={[
              { term: "Version", value: `RCS Reach ${version}` },
              {
                term: "HTTP interface",
                value: (
                  <TextLink href="/api/openapi.json" prefetch={false}>
                    OpenAPI document
                  </TextLink>
                ),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
