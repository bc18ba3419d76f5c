// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsparts.h"

#include <CLI/CLI.hpp>
#include <workspace/labelexchange.h>

#include <QSaveFile>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

class LabelsImport : public Verb
{
public:
    void declare(CLI::App &labels) override
    {
        m_command = labels.add_subcommand(
            "import", "Takes in the study's label files, its validation set, and .dslabels; again changes nothing");
        m_command->add_option("FILE", m_files, "Label files")->required();
        m_command->add_option("--annotator", m_annotator, "Whose labels the study's files bring; default: judge");
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto report = importLabelsIntoStore(context.store, textsOf(m_files),
            QString::fromStdString(m_annotator).trimmed(), context.verifiers, console.progress());
        console.endProgress();
        if (!report) {
            console.fail(report.error());
            return statusOf(report.error());
        }
        for (const auto &issue : report->warnings)
            console.warn(issue);
        for (const auto &issue : report->refused)
            console.warn(issue);
        if (console.wantsJson())
            console.answer(ordered_json{{"labels", report->labels}, {"added", report->added}, {"runs", report->runs},
                {"refused", jsonIssues(report->refused)}, {"warnings", jsonIssues(report->warnings)}});
        else
            console.answer(QStringLiteral("%1 labels, %2 of them new; %3 runs from hand-outs; %4 refused, %5 warnings")
                    .arg(report->labels)
                    .arg(report->added)
                    .arg(report->runs)
                    .arg(report->refused.size())
                    .arg(report->warnings.size()));
        return report->refused.empty() ? ExitStatus::Done : ExitStatus::Partly;
    }

private:
    CLI::App *m_command = nullptr;
    std::vector<std::string> m_files;
    std::string m_annotator;
};

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    for (const auto format : {LabelFormat::FailureCsv, LabelFormat::SubcategoryCsv, LabelFormat::LongCsv,
             LabelFormat::WideCsv, LabelFormat::JsonLines, LabelFormat::Handin})
        names.push_back(labelFormatName(format).toStdString());
    return names;
}

class LabelsExport : public Verb
{
public:
    void declare(CLI::App &labels) override
    {
        m_command = labels.add_subcommand("export", "Writes labels to a file; its name says how, unless --format does");
        m_command->add_option("FILE", m_file, "The file, or - for standard output")->required();
        m_command->add_option("--format", m_format, "How to write it")->check(CLI::IsMember(formatNames()));
        m_command->add_option("--annotator", m_annotators, "Whose labels; default: everybody's")
            ->allow_extra_args(false);
        m_command->add_option("--sample", m_sample, "Only the labels of a sample: its id or title");
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto file = QString::fromStdString(m_file);
        const auto format
            = m_format.empty() ? labelFormatOfFile(file) : labelFormatFromName(QString::fromStdString(m_format));
        if (!format)
            return failed({ErrorKind::InvalidInput,
                              QStringLiteral("\"%1\" does not say how to write it. Name a .csv, .jsonl or .dslabels "
                                             "file, or use --format.")
                                  .arg(file),
                              {}},
                console);
        if (const auto book = labelsOfStore(context, console); !book)
            return book.error();
        const auto bytes = exportLabels(context.store,
            {.format = *format, .annotators = textsOf(m_annotators), .sample = QString::fromStdString(m_sample)});
        if (!bytes)
            return failed(bytes.error(), console);
        if (file == u"-") {
            console.answer(*bytes);
            return ExitStatus::Done;
        }
        QSaveFile written(file);
        if (!written.open(QIODevice::WriteOnly) || written.write(*bytes) != bytes->size() || !written.commit())
            return failed(
                {ErrorKind::InvalidInput, QStringLiteral("\"%1\" cannot be written.").arg(file), written.errorString()},
                console);
        if (console.wantsJson())
            console.answer(ordered_json{
                {"file", jsonText(file)}, {"format", jsonText(labelFormatName(*format))}, {"bytes", bytes->size()}});
        else
            console.answer(QStringLiteral("%1 written (%2)").arg(file, labelFormatName(*format)));
        return ExitStatus::Done;
    }

private:
    CLI::App *m_command = nullptr;
    std::string m_file;
    std::string m_format;
    std::vector<std::string> m_annotators;
    std::string m_sample;
};

class LabelsHandout : public Verb
{
public:
    void declare(CLI::App &labels) override
    {
        m_command = labels.add_subcommand(
            "handout", "Writes what an annotator elsewhere needs, and no more: masked runs without identities");
        m_command->add_option("FILE", m_file, "The .dslabels to write")->required();
        m_command->add_option("--sample", m_sample, "The sample: its id or title")->required();
        m_command->add_option("--annotator", m_annotator, "Whose queue")->required();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        if (const auto book = labelsOfStore(context, console); !book)
            return book.error();
        const auto file = QString::fromStdString(m_file);
        const auto report = exportHandout(context.store, QString::fromStdString(m_sample),
            QString::fromStdString(m_annotator), file, console.progress());
        console.endProgress();
        if (!report)
            return failed(report.error(), console);
        if (report->withoutRun > 0)
            console.warn(QStringLiteral("%1 items have no run in this study: they go out empty. Import the runs first.")
                    .arg(report->withoutRun));
        if (console.wantsJson())
            console.answer(ordered_json{{"file", jsonText(file)}, {"items", report->items},
                {"without_run", report->withoutRun}, {"mask_rules", report->rules.size()}});
        else
            console.answer(QStringLiteral("%1 written: %2 items, %3 names masked")
                    .arg(file)
                    .arg(report->items)
                    .arg(report->rules.size()));
        return report->withoutRun > 0 ? ExitStatus::Partly : ExitStatus::Done;
    }

private:
    CLI::App *m_command = nullptr;
    std::string m_file;
    std::string m_sample;
    std::string m_annotator;
};

} // namespace

std::unique_ptr<Verb> makeLabelsImport()
{
    return std::make_unique<LabelsImport>();
}

std::unique_ptr<Verb> makeLabelsExport()
{
    return std::make_unique<LabelsExport>();
}

std::unique_ptr<Verb> makeLabelsHandout()
{
    return std::make_unique<LabelsHandout>();
}

} // namespace Decayscope
