// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storeanswers.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <workspace/workspace.h>

#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

class StoreVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("store", "Care of the store");
        m_command->require_subcommand(1);
        add("info", "What the store holds", &StoreVerb::info);
        add("check", "Whether the store is sound; exit status 1 if not", &StoreVerb::check);
        add("backup", "Writes a whole copy of the store", &StoreVerb::backUp)
            ->add_option("FILE", m_copy, "The copy; must not exist yet")
            ->required();
        add("reverify", "Takes every run's verdicts again from its stored patch", &StoreVerb::reverify)
            ->add_flag("--outdated", m_outdated, "Only those that other versions of the verifiers gave");
        add("merge", "Takes other studies into the store, each as an import that can be undone", &StoreVerb::merge)
            ->add_option("FILE", m_others, "The other studies; they are only read")
            ->required();
        add("compact", "Makes the store's file as small as it can be", &StoreVerb::compact);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto chosen = std::ranges::find_if(m_parts, [](const Part &part) { return part.command->parsed(); });
        return (this->*chosen->work)(context, console);
    }

private:
    using Work = ExitStatus (StoreVerb::*)(const VerbContext &, Console &) const;

    /// One subcommand and what it does.
    struct Part
    {
        CLI::App *command;
        Work work;
    };

    CLI::App *add(const std::string &name, const std::string &description, Work work)
    {
        m_parts.push_back({m_command->add_subcommand(name, description), work});
        return m_parts.back().command;
    }

    /// Says why there is no answer.
    static ExitStatus failed(const Error &error, Console &console)
    {
        console.fail(error);
        return statusOf(error);
    }

    /// Answers in the form that was asked for.
    template <typename Answer>
    static void tell(const Answer &answer, Console &console)
    {
        if (console.wantsJson())
            console.answer(toJson(answer));
        else
            console.answer(toText(answer));
    }

    ExitStatus info(const VerbContext &context, Console &console) const
    {
        const auto info = storeInfo(context.store);
        if (!info)
            return failed(info.error(), console);
        tell(*info, console);
        return ExitStatus::Done;
    }

    ExitStatus check(const VerbContext &context, Console &console) const
    {
        const auto check = checkStore(context.store, console.progress());
        console.endProgress();
        if (!check)
            return failed(check.error(), console);
        tell(*check, console);
        return check->findings.isEmpty() ? ExitStatus::Done : ExitStatus::Findings;
    }

    ExitStatus backUp(const VerbContext &context, Console &console) const
    {
        const auto path = QString::fromStdString(m_copy);
        if (const auto copied = backUpStore(context.store, path); !copied)
            return failed(copied.error(), console);
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
        if (!judged)
            return failed(judged.error(), console);
        if (console.wantsJson())
            console.answer(ordered_json{{"runs", *judged}, {"verifier", jsonText(context.verifiers.reference.version)},
                {"syntax_verifier", jsonText(context.verifiers.syntax.version)}});
        else
            console.answer(QStringLiteral("%1 runs judged again (%2, %3).")
                    .arg(*judged)
                    .arg(context.verifiers.reference.version, context.verifiers.syntax.version));
        return ExitStatus::Done;
    }

    ExitStatus merge(const VerbContext &context, Console &console) const
    {
        MergeAnswer answer;
        for (const auto &path : m_others)
            answer.paths.append(QString::fromStdString(path));
        auto merged = mergeStores(context.store, answer.paths, console.progress());
        console.endProgress();
        if (!merged)
            return failed(merged.error(), console);
        answer.reports = std::move(*merged);
        for (std::size_t i = 0; i < answer.reports.size(); ++i)
            warn(answer.paths[static_cast<qsizetype>(i)], answer.reports[i], console);
        tell(answer, console);
        if (answer.isCancelled())
            return ExitStatus::Cancelled;
        return answer.hasRefused() ? ExitStatus::Partly : ExitStatus::Done;
    }

    static void warn(const QString &path, const Result<MergeReport> &report, Console &console)
    {
        if (!report)
            return console.warn(ImportIssue{path, report.error().message});
        for (const auto &warning : report->warnings)
            console.warn(ImportIssue{path, warning});
    }

    ExitStatus compact(const VerbContext &context, Console &console) const
    {
        const auto compacted = compactStore(context.store, console.progress());
        console.endProgress();
        if (!compacted)
            return failed(compacted.error(), console);
        tell(*compacted, console);
        return ExitStatus::Done;
    }

    CLI::App *m_command = nullptr;
    std::vector<Part> m_parts;
    std::string m_copy;
    std::vector<std::string> m_others;
    bool m_outdated = false;
};

} // namespace

std::unique_ptr<Verb> makeStoreVerb()
{
    return std::make_unique<StoreVerb>();
}

} // namespace Decayscope
