// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filteroptions.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <store/searchquery.h>
#include <workspace/workspace.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

constexpr std::array partNames{"turns", "logs", "patches"};

ordered_json toJson(const SearchHit &hit)
{
    const bool isTurn = hit.part == SearchPart::Turns;
    auto marks = ordered_json::array();
    for (const auto &[start, length] : hit.marks)
        marks.push_back(ordered_json::array({start, length}));
    return {{"run", hit.run.value}, {"turn", isTurn ? ordered_json(hit.turn) : ordered_json(nullptr)},
        {"part", partNames.at(static_cast<std::size_t>(hit.part))}, {"snippet", jsonText(hit.snippet)},
        {"document", isTurn ? ordered_json(nullptr) : ordered_json(jsonText(hit.document))},
        {"line", isTurn ? ordered_json(nullptr) : ordered_json(hit.line)}, {"marks", std::move(marks)}};
}

QString toText(const SearchHit &hit)
{
    const auto place = hit.part == SearchPart::Turns ? QStringLiteral("turn %1").arg(hit.turn)
                                                     : QString(hit.document % u':' % QString::number(hit.line));
    return QString::number(hit.run.value).rightJustified(6) % u"  " % place.leftJustified(16) % u"  "
        % hit.snippet.simplified();
}

QString sumOf(const SearchPage &page)
{
    const auto shown = QString::number(page.hits.size());
    const auto total = QString::number(page.total);
    return page.isTotalExact ? QStringLiteral("%1 of %2 hits").arg(shown, total)
                             : QStringLiteral("%1 of at most %2 hits").arg(shown, total);
}

class SearchVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("search", "Searches turns, logs and patches of all runs");
        m_command
            ->add_option("QUERY", m_query,
                "Words that must all occur; \"phrases\", AND, OR, NOT, parentheses and prefix* are understood")
            ->required()
            ->check(checkQuery);
        m_command->add_option("--in", m_parts, "Where to look: turns, logs, patches; separated by commas")
            ->delimiter(',')
            ->check(CLI::IsMember({"turns", "logs", "patches"}))
            ->allow_extra_args(false);
        m_command->add_option("--limit", m_limit, "Hits to give at most")
            ->check(CLI::Range(1, 100'000))
            ->capture_default_str();
        m_command->add_option("--offset", m_offset, "Hits to leave out, from the first")
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        m_filters.declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto page = search(context, console.progress());
        console.endProgress();
        if (!page) {
            console.fail(page.error());
            return statusOf(page.error());
        }
        tell(*page, console);
        return page->hits.empty() ? ExitStatus::Findings : ExitStatus::Done;
    }

private:
    static std::string checkQuery(const std::string &query)
    {
        const auto parsed = SearchQuery::parse(QString::fromStdString(query));
        return parsed ? std::string() : jsonText(parsed.error().message);
    }

    Result<SearchPage> search(const VerbContext &context, const Progress &progress) const
    {
        SearchRequest request{
            .query = QString::fromStdString(m_query), .runs = {}, .offset = m_offset, .limit = m_limit};
        if (!m_parts.empty())
            request.parts = chosenParts();
        auto filter = m_filters.filter();
        if (filter.restrictsNothing())
            return searchInStore(context.store, request, progress);
        filter.allDates = true;
        filter.excludedToo = true;
        const auto study = readSnapshot(context.store);
        if (!study)
            return std::unexpected(study.error());
        request.runs.emplace();
        for (const auto &run : filtered(study->runs, filter))
            request.runs->insert(run.id);
        return searchInStore(context.store, request, progress);
    }

    [[nodiscard]] std::set<SearchPart> chosenParts() const
    {
        std::set<SearchPart> parts;
        for (const auto part : allSearchParts) {
            if (std::ranges::find(m_parts, partNames.at(static_cast<std::size_t>(part))) != m_parts.end())
                parts.insert(part);
        }
        return parts;
    }

    static void tell(const SearchPage &page, const Console &console)
    {
        if (console.wantsJson()) {
            auto hits = ordered_json::array();
            for (const auto &hit : page.hits)
                hits.push_back(toJson(hit));
            console.answer(
                ordered_json{{"hits", std::move(hits)}, {"total", page.total}, {"exact", page.isTotalExact}});
            return;
        }
        QStringList lines;
        for (const auto &hit : page.hits)
            lines.append(toText(hit));
        lines.append(sumOf(page));
        console.answer(lines.join(u'\n'));
    }

    CLI::App *m_command = nullptr;
    std::string m_query;
    std::vector<std::string> m_parts;
    int m_limit = 50;
    int m_offset = 0;
    FilterOptions m_filters;
};

} // namespace

std::unique_ptr<Verb> makeSearchVerb()
{
    return std::make_unique<SearchVerb>();
}

} // namespace Decayscope
