// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filteroptions.h"
#include "lookoptions.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <figures/tablebuilder.h>
#include <figures/tablewriters.h>
#include <workspace/labelexchange.h>
#include <workspace/workspace.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

std::vector<std::string> tableNames()
{
    std::vector<std::string> names;
    for (const auto &table : tableCatalogue())
        names.push_back(table.name.toStdString());
    return names;
}

std::vector<std::string> standardNames(const QStringList &names)
{
    std::vector<std::string> list;
    for (const auto &name : names)
        list.push_back(name.toStdString());
    return list;
}

std::string catalogueText()
{
    std::string text = "Tables:\n";
    for (const auto &table : tableCatalogue())
        text += "  " + table.name.leftJustified(18).toStdString() + table.description.toStdString() + "\n";
    return text;
}

class TablesVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("tables", "Prints one table of the study");
        m_command->footer(catalogueText);
        m_command->add_option("NAME", m_name, "The table")->required()->check(CLI::IsMember(tableNames()));
        m_format = m_command->add_option("--format", m_formatName, "How to write it")
                       ->check(CLI::IsMember(standardNames(tableFormatNames())))
                       ->capture_default_str();
        m_command->add_option("--exclude-termination", m_excludedTerminations, "Leaves out runs that ended so")
            ->check(CLI::IsMember(terminationNames()))
            ->allow_extra_args(false);
        auto *raw = m_command->add_flag("--raw", m_raw, "Verifiers do not count (tables that are strict by default)");
        auto *verifiers
            = m_command
                  ->add_option("--verifiers", m_verifiers, "Whose verdicts count; published numbers rest on reference")
                  ->check(CLI::IsMember({"reference", "syntax"}))
                  ->capture_default_str();
        m_command->add_flag("--pipeline-subset", m_pipelineSubset, "subset: compare with the 16 pipeline tasks");
        m_command->add_option("--by", m_by, "agreement: the reference; default: who labelled by hand");
        m_command->add_option("--against", m_against, "agreement: who is compared with it; default: the judge");
        m_command->add_option("--group", m_group, "taxonomy: what has a distribution of its own")
            ->check(CLI::IsMember(groupingNames()))
            ->capture_default_str();
        m_command
            ->add_option("--published", m_published,
                "differences: values to compare with, by name (study, global-stats, a NAME.json of yours) or file; may "
                "be repeated")
            ->allow_extra_args(false)
            ->type_name("NAME-OR-FILE");
        m_look.declare(*m_command);
        m_look.paperExact()->excludes(raw)->excludes(verifiers);
        m_filters.declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        auto published = readPublishedBooks();
        if (!published) {
            console.fail(published.error());
            return statusOf(published.error());
        }
        auto options = this->options();
        if (!published->empty())
            options.published = std::make_shared<const std::vector<PublishedBook>>(std::move(*published));
        const auto study = readSnapshot(context.store);
        if (!study) {
            console.fail(study.error());
            return statusOf(study.error());
        }
        auto labels = storedLabelBook(context.store);
        if (!labels) {
            console.fail(labels.error());
            return statusOf(labels.error());
        }
        options.labels = std::make_shared<const LabelBook>(std::move(*labels));
        const auto table = buildTable(QString::fromStdString(m_name), *study, options);
        if (!table) {
            console.fail(table.error());
            return ExitStatus::Usage;
        }
        console.answer(writeTable(*table, format(console), m_look.look()));
        return ExitStatus::Done;
    }

private:
    static std::vector<std::string> terminationNames()
    {
        std::vector<std::string> names;
        names.reserve(allTerminations.size());
        for (const auto termination : allTerminations)
            names.push_back(terminationName(termination).toStdString());
        return names;
    }

    [[nodiscard]] TableFormat format(const Console &console) const
    {
        if (console.wantsJson() && m_format->empty())
            return TableFormat::Json;
        return tableFormatFromName(QString::fromStdString(m_formatName)).value_or(TableFormat::Text);
    }

    [[nodiscard]] Result<std::vector<PublishedBook>> readPublishedBooks() const
    {
        std::vector<PublishedBook> books;
        books.reserve(m_published.size());
        for (const auto &name : m_published) {
            auto book = publishedBook(QString::fromStdString(name));
            if (!book)
                return std::unexpected(std::move(book.error()));
            books.push_back(std::move(*book));
        }
        return books;
    }

    [[nodiscard]] TableOptions options() const
    {
        TableOptions options{.filter = m_filters.filter(),
            .mode = m_raw ? ScoreMode::Raw : ScoreMode::Strict,
            .verifiers = verifierModeFromName(QString::fromStdString(m_verifiers)).value_or(VerifierMode::Reference),
            .pipelineSubset = m_pipelineSubset,
            .by = QString::fromStdString(m_by),
            .against = QString::fromStdString(m_against),
            .taxonomyBy = grouping()};
        for (const auto &name : m_excludedTerminations) {
            if (const auto termination = terminationFromName(QString::fromStdString(name)))
                options.filter.excludedTerminations.insert(*termination);
        }
        return m_look.look().paperExact ? asPublished(options) : options;
    }

    static std::vector<std::string> groupingNames()
    {
        std::vector<std::string> names;
        names.reserve(groupings.size());
        for (const auto grouping : groupings)
            names.push_back(taxonomyGroupingName(grouping).toStdString());
        return names;
    }

    [[nodiscard]] TaxonomyGrouping grouping() const
    {
        const auto isChosen = [name = QString::fromStdString(m_group)](
                                  TaxonomyGrouping grouping) { return taxonomyGroupingName(grouping) == name; };
        const auto *found = std::ranges::find_if(groupings, isChosen);
        return found == groupings.end() ? TaxonomyGrouping::Model : *found;
    }

    static constexpr std::array groupings{
        TaxonomyGrouping::Model, TaxonomyGrouping::Framework, TaxonomyGrouping::Level, TaxonomyGrouping::Constraint};

    CLI::App *m_command = nullptr;
    CLI::Option *m_format = nullptr;
    std::string m_name;
    std::vector<std::string> m_published;
    std::string m_formatName = "text";
    std::vector<std::string> m_excludedTerminations;
    std::string m_by;
    std::string m_against;
    std::string m_group = "model";
    std::string m_verifiers = "reference";
    bool m_raw = false;
    bool m_pipelineSubset = false;
    LookOptions m_look;
    FilterOptions m_filters;
};

} // namespace

std::unique_ptr<Verb> makeTablesVerb()
{
    return std::make_unique<TablesVerb>();
}

} // namespace Decayscope
