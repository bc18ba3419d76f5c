// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filteroptions.h"
#include "labelsparts.h"
#include "outputfile.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <publishing/provenance.h>
#include <reporting/studyreport.h>
#include <workspace/workspace.h>

#include <QCryptographicHash>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

std::optional<StudyReportFormat> studyReportFormatOf(const QString &word)
{
    if (word.endsWith(u"html", Qt::CaseInsensitive) || word.endsWith(u".htm", Qt::CaseInsensitive))
        return StudyReportFormat::Html;
    return word.endsWith(u"pdf", Qt::CaseInsensitive) ? std::optional(StudyReportFormat::Pdf) : std::nullopt;
}

/// `report -o FILE`
class ReportVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("report", "Writes a report of the study for readers without this program");
        m_command->add_option("-o,--output", m_output, "The file: .html or .pdf")->required()->type_name("FILE");
        m_command->add_option("--format", m_format, "Its format; default: as the file is called")
            ->check(CLI::IsMember({"html", "pdf"}));
        m_command->add_flag("--raw", m_raw, "Verifiers do not count");
        m_command->add_option("--verifiers", m_verifiers, "Whose verdicts count; published numbers rest on reference")
            ->check(CLI::IsMember({"reference", "syntax"}))
            ->capture_default_str();
        m_command->add_flag(
            "--no-analyses", m_noAnalyses, "Without the analyses beyond the study's tables: shorter and faster");
        m_command->add_flag("--anonymous", m_anonymous, "Without names of users, hosts, paths and annotators");
        m_command
            ->add_option(
                "--identity", m_identities, "A word that must not occur in an anonymous report; may be repeated")
            ->allow_extra_args(false);
        m_filters.declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] bool paints() const override { return true; }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto output = QString::fromStdString(m_output);
        const auto format = studyReportFormatOf(
            m_format.empty() ? u'.' + output.section(u'.', -1) : QString::fromStdString(m_format));
        if (!format)
            return failed({.kind = ErrorKind::InvalidInput,
                              .message = u"Say with -o where to write the report: a .html or .pdf file."_s,
                              .evidence = {}},
                console);
        const auto study = readSnapshot(context.store);
        if (!study) {
            console.fail(study.error());
            return statusOf(study.error());
        }
        auto labels = labelsOfStore(context, console);
        if (!labels)
            return labels.error();
        const auto report = studyReport(
            *study, std::make_shared<const LabelBook>(std::move(*labels)), request(), *format, console.progress());
        console.endProgress();
        if (!report) {
            const auto status = failed(report.error(), console);
            return report.error().kind == ErrorKind::Refused ? ExitStatus::Findings : status;
        }
        return finish({output, *report}, console);
    }

private:
    [[nodiscard]] StudyReportRequest request() const
    {
        return {.filter = m_filters.filter(),
            .mode = m_raw ? ScoreMode::Raw : ScoreMode::Strict,
            .verifiers = verifierModeFromName(QString::fromStdString(m_verifiers)).value_or(VerifierMode::Reference),
            .analyses = !m_noAnalyses,
            .anonymous = m_anonymous,
            .identities = textsOf(m_identities),
            .program = u"Decayscope %1"_s.arg(QLatin1StringView(DECAYSCOPE_VERSION)),
            .made = exportTime()};
    }

    [[nodiscard]] static ExitStatus finish(const OutputFile &file, Console &console)
    {
        if (const auto written = writeOutput(file); !written)
            return failed(written.error(), console);
        const auto hash = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex();
        if (console.wantsJson())
            console.answer(ordered_json{
                {"files", ordered_json::array({{{"path", jsonText(file.path)}, {"sha256", hash.toStdString()}}})}});
        else
            console.answer(u"Report written: %1 (%2 KB)"_s.arg(file.path).arg((file.bytes.size() + 1023) / 1024));
        return ExitStatus::Done;
    }

    CLI::App *m_command = nullptr;
    std::string m_output;
    std::string m_format;
    std::string m_verifiers = "reference";
    bool m_raw = false;
    bool m_noAnalyses = false;
    bool m_anonymous = false;
    std::vector<std::string> m_identities;
    FilterOptions m_filters;
};

} // namespace

std::unique_ptr<Verb> makeReportVerb()
{
    return std::make_unique<ReportVerb>();
}

} // namespace Decayscope
