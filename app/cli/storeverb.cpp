// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbs.h"

#include <CLI/CLI.hpp>
#include <workspace/workspace.h>

#include <QFileInfo>
#include <QLocale>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

ordered_json toJson(const StoreInfo &info)
{
    return {{"path", jsonText(info.path)}, {"store_id", jsonText(info.storeId)}, {"schema", info.schema},
        {"bytes", info.bytes}, {"runs", info.runs}, {"excluded", info.excluded}, {"imports", info.imports},
        {"texts", info.texts}, {"text_bytes", info.textBytes}, {"indexed_parts", info.indexedParts},
        {"labels", info.labels}, {"samples", info.samples}, {"sample", info.sample},
        {"written_by", jsonText(info.writtenBy)}};
}

QString toText(const StoreInfo &info)
{
    const auto locale = QLocale::c();
    return QStringList{
        QStringLiteral("store     %1").arg(info.path),
        QStringLiteral("id        %1 (schema %2, written by Decayscope %3%4)")
            .arg(info.storeId)
            .arg(info.schema)
            .arg(info.writtenBy, info.sample ? QStringLiteral("; sample, made up") : QString()),
        QStringLiteral("size      %1").arg(locale.formattedDataSize(info.bytes)),
        QStringLiteral("runs      %1, %2 excluded, from %3 imports")
            .arg(info.runs)
            .arg(info.excluded)
            .arg(info.imports),
        QStringLiteral("texts     %1, %2 uncompressed").arg(info.texts).arg(locale.formattedDataSize(info.textBytes)),
        QStringLiteral("index     %1 turns, logs and patches").arg(info.indexedParts),
        QStringLiteral("labels    %1, in %2 samples or imported").arg(info.labels).arg(info.samples),
    }
        .join(u'\n');
}

class StoreVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("store", "Care of the store");
        m_command->require_subcommand(1);
        m_info = m_command->add_subcommand("info", "What the store holds");
        m_check = m_command->add_subcommand("check", "Whether the store is sound; exit status 1 if not");
        m_backup = m_command->add_subcommand("backup", "Writes a whole copy of the store");
        m_backup->add_option("FILE", m_copy, "The copy; must not exist yet")->required();
        m_reverify = m_command->add_subcommand("reverify", "Takes every run's verdicts again from its stored patch");
        m_reverify->add_flag("--outdated", m_outdated, "Only those that other versions of the verifiers gave");
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        if (m_backup->parsed())
            return backUp(context, console);
        if (m_reverify->parsed())
            return reverify(context, console);
        return m_info->parsed() ? info(context, console) : check(context, console);
    }

private:
    static ExitStatus info(const VerbContext &context, Console &console)
    {
        const auto info = storeInfo(context.store);
        if (!info) {
            console.fail(info.error());
            return statusOf(info.error());
        }
        if (console.wantsJson())
            console.answer(toJson(*info));
        else
            console.answer(toText(*info));
        return ExitStatus::Done;
    }

    static ExitStatus check(const VerbContext &context, Console &console)
    {
        const auto check = checkStore(context.store, console.progress());
        console.endProgress();
        if (!check) {
            console.fail(check.error());
            return statusOf(check.error());
        }
        if (console.wantsJson()) {
            auto findings = ordered_json::array();
            for (const auto &finding : check->findings)
                findings.push_back(jsonText(finding));
            console.answer(ordered_json{
                {"ok", check->findings.isEmpty()}, {"checked", check->checked}, {"findings", std::move(findings)}});
        } else {
            auto lines = check->findings;
            lines.append(check->findings.isEmpty()
                    ? QStringLiteral("The store is sound (%1 checks).").arg(check->checked)
                    : QStringLiteral("%1 findings in %2 checks.").arg(check->findings.size()).arg(check->checked));
            console.answer(lines.join(u'\n'));
        }
        return check->findings.isEmpty() ? ExitStatus::Done : ExitStatus::Findings;
    }

    ExitStatus backUp(const VerbContext &context, Console &console) const
    {
        const auto path = QString::fromStdString(m_copy);
        if (const auto copied = backUpStore(context.store, path); !copied) {
            console.fail(copied.error());
            return statusOf(copied.error());
        }
        if (console.wantsJson())
            console.answer(ordered_json{{"file", jsonText(path)}, {"bytes", QFileInfo(path).size()}});
        else
            console.answer(QStringLiteral("The store was copied to %1.").arg(path));
        return ExitStatus::Done;
    }

    ExitStatus reverify(const VerbContext &context, Console &console) const
    {
        const auto judged = retakeVerdictsInStore(
            context.store, context.verifiers, console.progress(), m_outdated ? Retake::Outdated : Retake::All);
        console.endProgress();
        if (!judged) {
            console.fail(judged.error());
            return statusOf(judged.error());
        }
        if (console.wantsJson())
            console.answer(ordered_json{{"runs", *judged}, {"verifier", jsonText(context.verifiers.reference.version)},
                {"syntax_verifier", jsonText(context.verifiers.syntax.version)}});
        else
            console.answer(QStringLiteral("%1 runs judged again (%2, %3).")
                    .arg(*judged)
                    .arg(context.verifiers.reference.version, context.verifiers.syntax.version));
        return ExitStatus::Done;
    }

    CLI::App *m_command = nullptr;
    CLI::App *m_info = nullptr;
    CLI::App *m_check = nullptr;
    CLI::App *m_reverify = nullptr;
    CLI::App *m_backup = nullptr;
    std::string m_copy;
    bool m_outdated = false;
};

} // namespace

std::unique_ptr<Verb> makeStoreVerb()
{
    return std::make_unique<StoreVerb>();
}

} // namespace Decayscope
