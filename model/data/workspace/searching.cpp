// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searching.h"

#include "runopening.h"

#include <store/search.h>
#include <store/textsearch.h>
#include <store/transaction.h>

#include <algorithm>
#include <functional>

namespace Decayscope {

namespace {

/// What a reader sees of a turn, for words and phrases to be looked for.
QByteArray textOf(const TurnContent &turn)
{
    QByteArray text;
    const auto add = [&text](const QString &piece) {
        if (!piece.isEmpty())
            text.append(piece.toUtf8()).append('\n');
    };
    for (const auto &part : turn.parts) {
        add(part.tool);
        add(part.text);
        if (!part.edit)
            continue;
        add(part.edit->path);
        add(part.edit->target);
        add(part.edit->before.value_or(QString()));
        add(part.edit->after);
    }
    return text;
}

/// JSON as words: the letter of an escape such as \n belongs to none.
QByteArray withoutEscapes(QByteArray json)
{
    for (auto at = json.indexOf('\\'); at >= 0 && at + 1 < json.size(); at = json.indexOf('\\', at + 2)) {
        json[at] = ' ';
        json[at + 1] = json[at + 1] == 'u' ? 'u' : ' ';
    }
    return json;
}

/// Whether JSON holds escapes of escapes or of characters: its words may be others than those it stands for.
bool hidesWords(QByteArrayView json)
{
    return json.contains("\\\\") || json.contains("\\u");
}

/// Whether nothing of the query was found, as in a turn whose words stand in its raw form alone.
bool isUnseen(const TextMatch &match)
{
    return !match.fits || match.places.empty();
}

class PageReader
{
public:
    PageReader(Connection &connection, const SearchQuery &query, const SearchRequest &request, const Progress &progress)
        : m_connection(connection)
        , m_query(query)
        , m_request(request)
        , m_progress(progress)
        , m_texts(query)
        , m_excludes(!std::ranges::all_of(query.wantedTerms(), std::identity()))
    { }

    Result<SearchPage> run();

private:
    Result<bool> visit(const SearchCandidate &candidate);
    Result<bool> visitTurn(const SearchCandidate &candidate);
    Result<bool> visitDocument(const SearchCandidate &candidate);
    [[nodiscard]] bool mayFit(int turn) const;
    Result<> openTurnsOfRun(RunId run);
    void take(SearchHit hit, QByteArrayView text, const TextMatch &match);
    [[nodiscard]] bool isFull() const { return std::ssize(m_page.hits) >= std::max(m_request.limit, 1); }

    Connection &m_connection;
    const SearchQuery &m_query;
    const SearchRequest &m_request;
    const Progress &m_progress;
    const TextSearch m_texts;
    const bool m_excludes; ///< The query has a NOT.
    SearchPage m_page;
    qint64 m_visited = 0;
    qint64 m_found = 0; ///< Of the visited.
    RunId m_run;
    std::shared_ptr<const TurnSource> m_turns; ///< Of that run.
};

Result<SearchPage> PageReader::run()
{
    const auto count = visitCandidates(m_connection, m_query, m_request, m_progress,
        [this](const SearchCandidate &candidate) { return visit(candidate); });
    if (!count)
        return std::unexpected(count.error());
    m_page.total = m_found + (*count - m_visited);
    m_page.isTotalExact = m_query.isExact() || *count == m_visited;
    return std::move(m_page);
}

/// Words are the index's business, so a candidate before the page is skipped unread; a phrase must be read to be known.
Result<bool> PageReader::visit(const SearchCandidate &candidate)
{
    if (m_progress.isCancelled())
        return cancelled();
    ++m_visited;
    if (m_query.isExact() && m_found < m_request.offset) {
        ++m_found;
        return true;
    }
    const auto read = candidate.turn >= 0 ? visitTurn(candidate) : visitDocument(candidate);
    if (!read)
        return read;
    return !isFull();
}

Result<bool> PageReader::visitTurn(const SearchCandidate &candidate)
{
    if (auto done = openTurnsOfRun(candidate.run); !done)
        return std::unexpected(std::move(done.error()));
    if (candidate.turn >= m_turns->count() || !mayFit(candidate.turn))
        return true;
    auto text = textOf(m_turns->turn(candidate.turn));
    auto match = m_texts.match(text, m_progress);
    if (isUnseen(match)) {
        const auto raw = withoutEscapes(m_turns->raw(candidate.turn));
        if (auto rawMatch = m_texts.match(raw, m_progress); !isUnseen(rawMatch)) {
            text = raw;
            match = std::move(rawMatch);
        }
    }
    take({.run = candidate.run, .part = SearchPart::Turns, .document = {}, .turn = candidate.turn}, text, match);
    return true;
}

/// Most candidates of a phrase have its words apart, which shows before a turn is parsed. Where something must not
/// occur, the raw form, which has more words, cannot tell.
bool PageReader::mayFit(int turn) const
{
    if (m_query.isExact() || m_excludes)
        return true;
    const auto raw = m_turns->raw(turn);
    return hidesWords(raw) || m_texts.match(withoutEscapes(raw), m_progress).fits;
}

Result<bool> PageReader::visitDocument(const SearchCandidate &candidate)
{
    auto document = readDocumentAt(m_connection, candidate.run, candidate.document);
    if (!document)
        return std::unexpected(std::move(document.error()));
    if (!*document)
        return true;
    const auto &text = (*document)->bytes;
    const bool isPatch = (*document)->kind == DocumentKind::Patch;
    take({.run = candidate.run,
             .part = isPatch ? SearchPart::Patches : SearchPart::Logs,
             .document = (*document)->path,
             .turn = -1},
        text, m_texts.match(text, m_progress));
    return true;
}

Result<> PageReader::openTurnsOfRun(RunId run)
{
    if (m_turns && m_run == run)
        return {};
    auto turns = openTurnsOf(m_connection, run);
    if (!turns)
        return std::unexpected(std::move(turns.error()));
    m_turns = std::move(*turns);
    m_run = run;
    return {};
}

/// Where the index alone answers, a text that reads otherwise here is a hit all the same.
void PageReader::take(SearchHit hit, QByteArrayView text, const TextMatch &match)
{
    if (!m_query.isExact() && !match.fits)
        return;
    if (m_found++ < m_request.offset)
        return;
    auto snippet = snippetOf(text, match.places);
    if (hit.turn < 0)
        hit.line = static_cast<int>(text.first(snippet.place).count('\n')) + 1;
    hit.snippet = std::move(snippet.text);
    hit.marks = std::move(snippet.marks);
    m_page.hits.push_back(std::move(hit));
}

} // namespace

Result<SearchPage> search(Connection &connection, const SearchRequest &request, const Progress &progress)
{
    const auto query = SearchQuery::parse(request.query);
    if (!query)
        return std::unexpected(query.error());
    return readAtOnce(connection, [&] { return PageReader(connection, *query, request, progress).run(); });
}

} // namespace Decayscope
