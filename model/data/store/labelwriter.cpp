// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelwriter.h"

#include "labelstore.h"
#include "studymeta.h"

#include <QUuid>

namespace Decayscope {

namespace {

QString nameOf(const LabelEvent &event)
{
    return u"Event " % QString::number(event.number) % u" of \"" % event.annotator % u"\" (" % event.id % u')';
}

std::unexpected<Error> differs(const LabelEvent &event)
{
    return failure(ErrorKind::InvalidInput,
        nameOf(event)
            % u" is stored with another content. One of both files was changed, or two copies of a study were labelled "
              u"by one annotator. Import the file into a new study to look at it.");
}

/// Imported labels are the same wherever and whenever they were imported.
bool isSameLabel(const LabelEvent &a, const LabelEvent &b)
{
    return a.annotator == b.annotator && a.item == b.item && a.target == b.target && a.action == b.action;
}

/// The same decision, wherever it was stored: imported labels are known by their id, and a label is no longer blind in
/// a store that knows of a reveal.
bool isSameDecision(LabelEvent a, LabelEvent b)
{
    for (auto *event : {&a, &b}) {
        if (auto *committed = std::get_if<Committed>(&event->action))
            committed->label.blind = false;
    }
    return std::holds_alternative<Imported>(a.action) ? a.action.index() == b.action.index() : isSameLabel(a, b);
}

/// Only what can be read back may be written: odd characters become what they will be read as.
Result<> makeReadable(LabelEvent &event)
{
    return labelEventFromJson(labelEventJson(event)).transform([&](LabelEvent read) { event = std::move(read); });
}

} // namespace

QString labelStream(const QString &storeId, const QString &annotator)
{
    return QUuid::createUuidV5(QUuid::fromString(storeId), annotator).toString(QUuid::WithoutBraces);
}

LabelWriter::LabelWriter(Connection &connection)
    : m_connection(connection)
    , m_insert(connection,
          u"INSERT INTO label_event (id, stream, number, annotator, sample, item, action, hash, event) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_byId(connection, u"SELECT event FROM label_event WHERE id = ?")
    , m_byPlace(connection, u"SELECT hash FROM label_event WHERE stream = ? AND number = ?")
{ }

Result<> LabelWriter::append(LabelEvent &event)
{
    const auto end = endFor(event.annotator);
    if (!end)
        return std::unexpected(end.error());
    event.stream = (*end)->stream;
    event.number = (*end)->number + 1;
    event.previous = (*end)->hash;
    event.hash.clear();
    if (auto fit = clearBlindness(event).and_then([&] { return makeReadable(event); }); !fit)
        return fit;
    event.hash = labelEventHash(event);
    return insert(event).transform([&] {
        (*end)->number = event.number;
        (*end)->hash = event.hash;
    });
}

Result<LabelWriter::End *> LabelWriter::endFor(const QString &annotator)
{
    if (const auto known = m_ends.find(annotator); known != m_ends.end())
        return &*known;
    const auto meta = readMeta(m_connection);
    if (!meta)
        return std::unexpected(meta.error());
    End end{.stream = labelStream(meta->storeId, annotator)};
    Statement last(m_connection, u"SELECT number, hash FROM label_event WHERE stream = ? ORDER BY number DESC LIMIT 1");
    if (auto done = last.run(end.stream); !done)
        return std::unexpected(std::move(done.error()));
    if (last.next()) {
        end.number = last.number64(0);
        end.hash = last.bytes(1);
    }
    return &*m_ends.insert(annotator, end);
}

/// Asked under the write lock, so that no other window can have shown something in between.
Result<> LabelWriter::clearBlindness(LabelEvent &event)
{
    auto *committed = std::get_if<Committed>(&event.action);
    if (!committed || !committed->label.blind)
        return {};
    const auto reveals = Statement(m_connection,
        u"SELECT count(*) FROM label_event WHERE action = 'revealed' AND annotator = ? AND sample = ? AND item = ?")
                             .number(event.annotator, event.item.sample, event.item.item);
    if (!reveals)
        return std::unexpected(reveals.error());
    committed->label.blind = *reveals == 0;
    return {};
}

Result<> LabelWriter::insert(const LabelEvent &event)
{
    return m_insert.run(event.id, event.stream, event.number, event.annotator, event.item.sample, event.item.item,
        labelActionName(event.action), event.hash, QString::fromUtf8(labelEventJson(event)));
}

Result<std::optional<LabelEvent>> LabelWriter::known(const QString &id)
{
    if (auto done = m_byId.run(id); !done)
        return std::unexpected(std::move(done.error()));
    std::optional<LabelEvent> event;
    if (m_byId.next()) {
        // One that is there but damaged is another one for certain.
        event = labelEventFromJson(m_byId.text(0).toUtf8()).value_or(LabelEvent());
        m_byId.finish();
    }
    return event;
}

Result<> LabelWriter::checkPlace(const LabelEvent &event)
{
    const bool isReadable = labelEventFromJson(labelEventJson(event)) == event;
    if (event.stream.isEmpty() || !isReadable || labelEventHash(event) != event.hash)
        return failure(ErrorKind::InvalidInput,
            nameOf(event) % u" is not what was written: its hash differs. Ask for the file again from where it came.");
    if (auto done = m_byPlace.run(event.stream, event.number); !done)
        return done;
    if (m_byPlace.next()) {
        m_byPlace.finish();
        return differs(event);
    }
    if (auto done = m_byPlace.run(event.stream, event.number - 1); !done)
        return done;
    const bool follows = !m_byPlace.next() || m_byPlace.bytes(0) == event.previous;
    m_byPlace.finish();
    return follows ? Result<>() : differs(event);
}

Result<bool> LabelWriter::merge(const LabelEvent &event)
{
    const bool isLoose = event.number == 0 || std::holds_alternative<Imported>(event.action);
    const auto stored = known(event.id);
    if (!stored)
        return std::unexpected(stored.error());
    if (stored->has_value()) {
        const bool isSame = isLoose ? isSameLabel(**stored, event) : **stored == event;
        return isSame ? Result<bool>(false) : differs(event);
    }
    if (isLoose) {
        auto mine = event;
        return append(mine).transform([] { return true; });
    }
    return take(event).transform([] { return true; });
}

Result<> LabelWriter::take(const LabelEvent &event)
{
    // Where the stream is this store's own, as after a restored backup, it goes on behind what comes back.
    m_ends.remove(event.annotator);
    return checkPlace(event).and_then([&] { return insert(event); });
}

/// Of the event at a place of a stream; empty where there is none.
Result<QByteArray> LabelWriter::hashAt(const QString &stream, qint64 number)
{
    return m_byPlace.run(stream, number).transform([&] {
        const auto hash = m_byPlace.next() ? m_byPlace.bytes(0) : QByteArray();
        m_byPlace.finish();
        return hash;
    });
}

Result<bool> LabelWriter::follow(const LabelEvent &event)
{
    const auto here = hashAt(event.stream, event.number);
    if (!here)
        return std::unexpected(here.error());
    if (!here->isEmpty())
        return *here == event.hash ? Result<bool>(false) : differs(event);
    const auto stored = known(event.id);
    if (!stored)
        return std::unexpected(stored.error());
    if (stored->has_value())
        return isSameDecision(**stored, event) ? Result<bool>(false) : differs(event);
    const auto before = event.number == 1 ? Result<QByteArray>(QByteArray()) : hashAt(event.stream, event.number - 1);
    if (!before)
        return std::unexpected(before.error());
    if (*before == event.previous)
        return take(event).transform([] { return true; });
    auto mine = event;
    return append(mine).transform([] { return true; });
}

} // namespace Decayscope
