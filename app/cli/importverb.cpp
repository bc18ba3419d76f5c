// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbs.h"

#include <CLI/CLI.hpp>
#include <workspace/workspace.h>

#include <QLocale>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

class ImportVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("import",
            "Reads results trees, zip archives of them, trajectories, reports and label files into the store");
        m_command->add_option("PATH", m_paths, "Folders, .zip archives and files")->required();
        m_command->add_option("--format", m_format, "Format of the inputs; auto looks at their content")
            ->check(CLI::IsMember({"auto"}))
            ->capture_default_str();
        m_command->add_option("--annotator", m_annotator, "Whose labels the study's label files bring; default: judge");
        m_command->add_option("--jobs", m_jobs, "Reading threads; 0 = as many as the machine has cores")
            ->check(CLI::Range(0, 256))
            ->capture_default_str();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        QStringList paths;
        for (const auto &path : m_paths)
            paths.append(QString::fromStdString(path));
        const auto report = importIntoStore(context.store, paths,
            {.jobs = m_jobs, .annotator = QString::fromStdString(m_annotator).trimmed()}, context.verifiers,
            console.progress());
        console.endProgress();
        if (!report) {
            console.fail(report.error());
            return statusOf(report.error());
        }
        tell(*report, console);
        if (report->cancelled)
            return ExitStatus::Cancelled;
        return report->refused.empty() ? ExitStatus::Done : ExitStatus::Partly;
    }

private:
    static void tell(const ImportReport &report, Console &console)
    {
        for (const auto &issue : report.warnings)
            console.warn(issue);
        for (const auto &issue : report.refused)
            console.warn(issue);
        if (console.wantsJson())
            console.answer(toJson(report));
        else
            console.answer(toText(report));
    }

    static nlohmann::ordered_json toJson(const ImportReport &report)
    {
        return {{"imported", report.imported}, {"updated", report.updated}, {"unchanged", report.unchanged},
            {"refused", jsonIssues(report.refused)}, {"warnings", jsonIssues(report.warnings)}, {"runs", report.runs},
            {"labels", report.labels}, {"tasks", report.tasks}, {"seconds", report.seconds}, {"bytes", report.bytes}};
    }

    static QString toText(const ImportReport &report)
    {
        const auto locale = QLocale::c();
        return QStringLiteral("%1 imported, %2 updated, %3 unchanged, %4 refused, %5 warnings; "
                              "%6 runs in the store%7%8; %9 in %10 s%11")
            .arg(report.imported)
            .arg(report.updated)
            .arg(report.unchanged)
            .arg(report.refused.size())
            .arg(report.warnings.size())
            .arg(report.runs)
            .arg(report.labels > 0 ? QStringLiteral("; %1 new labels").arg(report.labels) : QString())
            .arg(report.tasks > 0 ? QStringLiteral("; %1 tasks").arg(report.tasks) : QString())
            .arg(locale.formattedDataSize(report.bytes))
            .arg(report.seconds, 0, 'f', 1)
            .arg(report.cancelled ? QStringLiteral("; cancelled") : QString());
    }

    CLI::App *m_command = nullptr;
    std::vector<std::string> m_paths;
    std::string m_format = "auto";
    std::string m_annotator;
    int m_jobs = 0;
};

} // namespace

std::unique_ptr<Verb> makeImportVerb()
{
    return std::make_unique<ImportVerb>();
}

} // namespace Decayscope
