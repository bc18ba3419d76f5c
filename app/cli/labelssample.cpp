// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsparts.h"

#include <CLI/CLI.hpp>
#include <labels/certificate.h>
#include <workspace/labelexchange.h>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

ordered_json jsonList(const QStringList &texts)
{
    auto list = ordered_json::array();
    for (const auto &text : texts)
        list.push_back(jsonText(text));
    return list;
}

/// How many items of a queue are labelled or skipped.
int doneItems(const LabelBook &book, const Sample &sample, const AnnotatorQueue &queue)
{
    if (!book.log)
        return 0;
    int done = 0;
    for (const auto &[item, state] : book.log->states(queue.annotator, sample.id))
        done += state.isDone() ? 1 : 0;
    return done;
}

ordered_json queuesJson(const LabelBook &book, const Sample &sample)
{
    auto queues = ordered_json::array();
    for (const auto &queue : sample.queues)
        queues.push_back({{"annotator", jsonText(queue.annotator)}, {"items", queue.order.size()},
            {"done", doneItems(book, sample, queue)}});
    return queues;
}

ordered_json headJson(const LabelBook &book, const Sample &sample)
{
    const auto &design = sample.design;
    return {{"id", jsonText(sample.id)}, {"title", jsonText(design.title)}, {"round", design.round},
        {"created", jsonText(sample.created)}, {"items", sample.items.size()}, {"blind", design.blind},
        {"handout", sample.isHandout}, {"codebook", jsonText(sample.codebook)},
        {"codebook_version", sample.codebookVersion}, {"seed", design.seed},
        {"hash", sample.hash.toHex().toStdString()}, {"queues", queuesJson(book, sample)}};
}

ordered_json sampleJsonAnswer(const LabelBook &book, const Sample &sample)
{
    auto json = headJson(book, sample);
    auto strata = ordered_json::array();
    for (const auto &stratum : sample.strata)
        strata.push_back(
            {{"name", jsonText(stratum.name)}, {"population", stratum.population}, {"drawn", stratum.drawn}});
    QStringList columns;
    for (const auto column : sample.design.strata)
        columns.append(stratumColumnName(column));
    json["strata_by"] = jsonList(columns);
    json["allocation"] = jsonText(allocationName(sample.design.allocation));
    json["strata"] = std::move(strata);
    auto items = ordered_json::array();
    for (const auto &item : sample.items) {
        const auto &target = item.target;
        items.push_back({{"runtime", jsonText(target.runtime)}, {"scaffold", jsonText(target.configuration.scaffold)},
            {"model", jsonText(target.configuration.model)}, {"task", jsonText(target.task)}, {"trial", target.trial},
            {"stratum", item.stratum}, {"weight", item.weight}});
    }
    json["list"] = std::move(items);
    return json;
}

QString headText(const LabelBook &book, const Sample &sample)
{
    QStringList queues;
    for (const auto &queue : sample.queues)
        queues += QStringLiteral("%1 %2/%3")
                      .arg(queue.annotator)
                      .arg(doneItems(book, sample, queue))
                      .arg(queue.order.size());
    return QStringLiteral("%1  round %2  %3 items%4  %5  (%6)")
        .arg(sample.id.first(std::min<qsizetype>(8, sample.id.size())))
        .arg(sample.design.round)
        .arg(sample.items.size())
        .arg(sample.design.blind ? QStringLiteral(", blind") : QString(), sample.design.title,
            queues.join(QStringLiteral(", ")));
}

QString sampleText(const LabelBook &book, const Sample &sample)
{
    QStringList lines{headText(book, sample),
        QStringLiteral("hash      %1").arg(QString::fromLatin1(sample.hash.toHex())),
        QStringLiteral("codebook  %1, version %2").arg(sample.codebook).arg(sample.codebookVersion),
        QStringLiteral("drawn     %1, seed %2").arg(allocationName(sample.design.allocation)).arg(sample.design.seed)};
    for (const auto &stratum : sample.strata)
        lines += QStringLiteral("  %1  %2 of %3").arg(stratum.name).arg(stratum.drawn).arg(stratum.population);
    int number = 0;
    for (const auto &item : sample.items)
        lines += QStringLiteral("%1  %2 %3  %4  trial %5")
                     .arg(++number, 5)
                     .arg(item.target.configuration.scaffold, item.target.configuration.model, item.target.task)
                     .arg(item.target.trial);
    return lines.join(u'\n');
}

class LabelsSample : public Verb
{
public:
    void declare(CLI::App &labels) override
    {
        m_command = labels.add_subcommand("sample", "The frozen samples of the store");
        m_command->require_subcommand(1);
        m_list = m_command->add_subcommand("list", "All samples with how far their queues are");
        m_show = m_command->add_subcommand("show", "One sample with its strata and items");
        m_show->add_option("SAMPLE", m_sample, "Its id, the beginning of it, or its title")->required();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto book = labelsOfStore(context, console);
        if (!book)
            return book.error();
        return m_list->parsed() ? list(*book, console) : show(*book, console);
    }

private:
    static ExitStatus list(const LabelBook &book, const Console &console)
    {
        auto samples = ordered_json::array();
        QStringList lines;
        for (const auto &sample : book.samples) {
            samples.push_back(headJson(book, sample));
            lines += headText(book, sample);
        }
        if (console.wantsJson())
            console.answer(ordered_json{{"samples", std::move(samples)}});
        else
            console.answer(lines.isEmpty() ? QStringLiteral("There is no sample.") : lines.join(u'\n'));
        return book.samples.empty() ? ExitStatus::Findings : ExitStatus::Done;
    }

    ExitStatus show(const LabelBook &book, Console &console) const
    {
        const auto sample = findSample(book, QString::fromStdString(m_sample));
        if (!sample)
            return failed(sample.error(), console);
        if (console.wantsJson())
            console.answer(sampleJsonAnswer(book, *sample));
        else
            console.answer(sampleText(book, *sample));
        return ExitStatus::Done;
    }

    CLI::App *m_command = nullptr;
    CLI::App *m_list = nullptr;
    CLI::App *m_show = nullptr;
    std::string m_sample;
};

class LabelsCertificate : public Verb
{
public:
    void declare(CLI::App &labels) override
    {
        m_command = labels.add_subcommand(
            "certificate", "That a sample was labelled blind, as JSON; exit status 1 where it was not");
        m_command->add_option("--sample", m_sample, "Its id, the beginning of it, or its title")->required();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto book = labelsOfStore(context, console);
        if (!book)
            return book.error();
        const auto sample = findSample(*book, QString::fromStdString(m_sample));
        if (!sample)
            return failed(sample.error(), console);
        const auto certificate = blindingCertificate(*book, sample->id);
        console.answer(certificateJson(certificate));
        for (const auto &problem : certificate.problems)
            console.warn(problem);
        return certificate.holds() ? ExitStatus::Done : ExitStatus::Findings;
    }

private:
    CLI::App *m_command = nullptr;
    std::string m_sample;
};

} // namespace

std::unique_ptr<Verb> makeLabelsSample()
{
    return std::make_unique<LabelsSample>();
}

std::unique_ptr<Verb> makeLabelsCertificate()
{
    return std::make_unique<LabelsCertificate>();
}

} // namespace Decayscope
