// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storedturns.h"

#include "jsonparser.h"
#include "jsontext.h"
#include "runfiles.h"
#include "turnparts.h"
#include "turnreader.h"

#include <QCache>

#include <simdjson.h>

#include <algorithm>
#include <mutex>

namespace Decayscope {

namespace {

constexpr qsizetype largestKeptText = 8LL * 1024 * 1024; // a parser grows with its largest text and never shrinks
constexpr std::size_t mostIdleParsers = 8;
constexpr qsizetype cachedCharacters = 4LL * 1024 * 1024;

/// Parsers that wait for the next turn, so that any number of threads may ask.
class ParserPool
{
public:
    std::unique_ptr<JsonParser> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty())
            return std::make_unique<JsonParser>();
        auto parser = std::move(m_idle.back());
        m_idle.pop_back();
        return parser;
    }

    void giveBack(std::unique_ptr<JsonParser> parser)
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.size() < mostIdleParsers)
            m_idle.push_back(std::move(parser));
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<JsonParser>> m_idle;
};

qsizetype sizeOf(const TurnContent &turn)
{
    qsizetype size = 64;
    for (const auto &part : turn.parts) {
        size += part.text.size() + 64;
        if (part.edit)
            size += part.edit->after.size() + part.edit->before.value_or(QString()).size();
    }
    return size;
}

class StoredTurns final : public TurnSource
{
public:
    StoredTurns(Document trajectory, std::optional<Document> state, std::vector<Turn> turns);

    int count() const override { return static_cast<int>(m_turns.size()); }
    Turn outline(int index) const override;
    TurnContent turn(int index) const override;
    QByteArray raw(int index) const override { return spanOf(index).toByteArray(); }

private:
    [[nodiscard]] QByteArrayView spanOf(int index) const;
    [[nodiscard]] bool hasRoomBehind(QByteArrayView span) const;
    [[nodiscard]] const TurnFacts &facts() const;
    [[nodiscard]] TurnContent read(int index) const;

    Document m_trajectory;
    std::optional<Document> m_state;
    std::vector<Turn> m_turns;
    mutable std::once_flag m_factsRead;
    mutable TurnFacts m_facts;
    mutable ParserPool m_parsers;
    mutable std::mutex m_cacheMutex;
    mutable QCache<int, TurnContent> m_cache{cachedCharacters};
};

StoredTurns::StoredTurns(Document trajectory, std::optional<Document> state, std::vector<Turn> turns)
    : m_trajectory(std::move(trajectory))
    , m_state(std::move(state))
    , m_turns(std::move(turns))
{
    for (auto &turn : m_turns)
        turn.text.clear();
}

Turn StoredTurns::outline(int index) const
{
    return m_turns[static_cast<std::size_t>(index)];
}

/// A message that breaks off has no length: it goes to the end of the document.
QByteArrayView StoredTurns::spanOf(int index) const
{
    const auto &turn = m_turns[static_cast<std::size_t>(index)];
    const auto size = m_trajectory.bytes.size();
    if (turn.offset < 0 || turn.offset > size || turn.length < 0 || turn.length > size - turn.offset)
        return {};
    const auto length = turn.length == 0 && m_trajectory.parts.empty() ? size - turn.offset : turn.length;
    return QByteArrayView(m_trajectory.bytes).sliced(turn.offset, length);
}

bool StoredTurns::hasRoomBehind(QByteArrayView span) const
{
    const auto end = span.constData() + span.size() - m_trajectory.bytes.constData();
    return end + spareBytes <= std::max(m_trajectory.bytes.size(), m_trajectory.bytes.capacity());
}

const TurnFacts &StoredTurns::facts() const
{
    std::call_once(m_factsRead, [this] { m_facts = turnFactsOf(m_trajectory, m_state, m_turns); });
    return m_facts;
}

TurnContent StoredTurns::turn(int index) const
{
    {
        const std::lock_guard lock(m_cacheMutex);
        if (const auto *known = m_cache.object(index))
            return *known;
    }
    auto content = read(index);
    const std::lock_guard lock(m_cacheMutex);
    m_cache.insert(index, new TurnContent(content), sizeOf(content));
    return content;
}

TurnContent StoredTurns::read(int index) const
{
    const auto &outline = m_turns[static_cast<std::size_t>(index)];
    const auto span = spanOf(index);
    const auto isCut = outline.length == 0 && !span.isEmpty();
    QByteArray copy;
    if (isCut) {
        copy = closedMessage(span);
    } else if (!hasRoomBehind(span)) {
        copy = roomFor(span.size());
        copy.append(span);
    }
    auto parser = m_parsers.take();
    simdjson::dom::element value;
    TurnContent content{.index = index, .role = outline.role};
    if (parser->parse(copy.isNull() ? span : QByteArrayView(copy), value) == JsonState::Unreadable)
        keepRaw(content, searchable({span.data(), static_cast<std::size_t>(span.size())}));
    else
        content = readTurn(value, {.index = index, .role = outline.role, .facts = facts()});
    if (span.size() <= largestKeptText)
        m_parsers.giveBack(std::move(parser));
    return content;
}

} // namespace

std::shared_ptr<const TurnSource> openTurns(Document trajectory, std::optional<Document> state, std::vector<Turn> turns)
{
    return std::make_shared<const StoredTurns>(std::move(trajectory), std::move(state), std::move(turns));
}

} // namespace Decayscope
