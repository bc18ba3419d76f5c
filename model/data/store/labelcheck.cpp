// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelcheck.h"

#include "statement.h"

#include <labels/certificate.h>

namespace Decayscope {

namespace {

/// The columns beside an event must say what it says itself.
bool fits(const LabelEvent &event, const Statement &row)
{
    return event.id == row.text(1) && event.stream == row.text(2) && event.number == row.number64(3)
        && event.annotator == row.text(4) && event.item.sample == row.text(5) && event.item.item == row.integer(6)
        && labelActionName(event.action) == row.text(7) && event.hash == row.bytes(8);
}

Result<QStringList> eventFindings(Connection &connection)
{
    Statement select(connection,
        u"SELECT event, id, stream, number, annotator, sample, item, action, hash FROM label_event ORDER BY row");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    QStringList findings;
    std::vector<LabelEvent> events;
    while (select.next()) {
        auto event = labelEventFromJson(select.text(0).toUtf8());
        if (!event)
            findings.append(u"The label event " % select.text(1) % u" cannot be read: " % event.error().message);
        else if (!fits(*event, select))
            findings.append(u"The label event " % select.text(1) % u" is listed as another one.");
        if (event)
            events.push_back(*std::move(event));
    }
    return findings + chainProblems(events);
}

/// Contents that their own reader refuses.
template <typename Reader>
Result<QStringList> contentFindings(Connection &connection, QStringView sql, QStringView what, Reader reader)
{
    Statement select(connection, sql);
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    QStringList findings;
    while (select.next()) {
        if (const auto read = reader(select.text(1).toUtf8()); !read)
            findings.append(u"The " % what % u" \"" % select.text(0) % u"\" cannot be used: " % read.error().message);
    }
    return findings;
}

} // namespace

Result<QStringList> labelFindings(Connection &connection)
{
    auto findings = eventFindings(connection);
    const auto add = [&](const Result<QStringList> &more) {
        findings = findings.and_then(
            [&](const QStringList &known) { return more.transform([&](const QStringList &m) { return known + m; }); });
    };
    add(contentFindings(connection, u"SELECT id, content FROM label_sample ORDER BY row", u"sample", sampleFromJson));
    add(contentFindings(
        connection, u"SELECT id, content FROM codebook ORDER BY id, version", u"codebook", codebookFromJson));
    return findings;
}

} // namespace Decayscope
