// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementanswer.h"
#include "labelsparts.h"

#include <CLI/CLI.hpp>
#include <workspace/labelexchange.h>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

class LabelsAgreement : public Verb
{
public:
    void declare(CLI::App &labels) override
    {
        m_command = labels.add_subcommand("agreement", "How far two annotators agree; --by is the reference");
        m_command->add_option("--by", m_by, "The reference")->required();
        m_command->add_option("--against", m_against, "Who is compared with it")->required();
        m_command->add_option("--level", m_level, "leaf: the finest category; coarse: level 1; fine: level 2 alone")
            ->check(CLI::IsMember({"leaf", "coarse", "fine"}))
            ->capture_default_str();
        m_command->add_option("--sample", m_samples, "Only the labels of samples: ids or titles")
            ->allow_extra_args(false);
        m_command->add_flag("--pilot-too", m_pilotToo, "Items that stood in a pilot count, too");
        m_command->add_option("--draws", m_draws, "Draws of the bootstrap; 0: no interval")
            ->check(CLI::Range(0, 1'000'000))
            ->capture_default_str();
        m_command->add_option("--seed", m_seed, "Of the bootstrap")->capture_default_str();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto book = labelsOfStore(context, console);
        if (!book)
            return book.error();
        const auto request = this->request(*book);
        if (!request)
            return failed(request.error(), console);
        const auto report = agreementReport(*book, *request);
        if (!report)
            return failed(report.error(), console);
        if (console.wantsJson())
            console.answer(agreementJson(*report));
        else
            console.answer(agreementText(*report));
        return report->accuracy.units > 0 ? ExitStatus::Done : ExitStatus::Findings;
    }

private:
    [[nodiscard]] Result<AgreementRequest> request(const LabelBook &book) const
    {
        AgreementRequest request{.by = QString::fromStdString(m_by),
            .against = QString::fromStdString(m_against),
            .level = m_level == "coarse" ? AgreementLevel::Coarse
                : m_level == "fine"      ? AgreementLevel::Fine
                                         : AgreementLevel::Leaf,
            .samples = {},
            .pilotToo = m_pilotToo,
            .draws = m_draws,
            .seed = m_seed};
        for (const auto &name : textsOf(m_samples)) {
            const auto sample = findSample(book, name);
            if (!sample)
                return std::unexpected(sample.error());
            request.samples.append(sample->id);
        }
        return request;
    }

    CLI::App *m_command = nullptr;
    std::string m_by;
    std::string m_against;
    std::string m_level = "leaf";
    std::vector<std::string> m_samples;
    bool m_pilotToo = false;
    int m_draws = 10'000;
    quint64 m_seed = 7;
};

} // namespace

std::unique_ptr<Verb> makeLabelsAgreement()
{
    return std::make_unique<LabelsAgreement>();
}

} // namespace Decayscope
