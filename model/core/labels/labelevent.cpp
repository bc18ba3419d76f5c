// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelevent.h"

#include "labelactions.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUuid>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostItems = 10'000'000;
constexpr int mostOccurrences = 1000;

/// Everything that the hash covers.
QJsonObject contentJson(const LabelEvent &event)
{
    QJsonObject object{{u"action"_s, labelActionName(event.action)}, {u"annotator"_s, event.annotator},
        {u"data"_s, actionJson(event.action)}, {u"id"_s, event.id}, {u"number"_s, event.number},
        {u"stream"_s, event.stream}, {u"time"_s, event.time}};
    if (event.item != ItemKey())
        object.insert(u"item"_s,
            QJsonObject{{u"item"_s, event.item.item}, {u"occurrence"_s, event.item.occurrence},
                {u"sample"_s, event.item.sample}});
    if (event.target != LabelTarget())
        object.insert(u"target"_s, targetJson(event.target));
    return object;
}

ItemKey itemFrom(JsonFields fields)
{
    return {.sample = fields.text("sample"_L1),
        .item = fields.number("item"_L1, -1, mostItems, -1),
        .occurrence = fields.number("occurrence"_L1, 0, mostOccurrences)};
}

/// Times are compared as texts: only one way of writing them will do.
void checkTime(JsonFields &fields, const QString &time)
{
    const auto read = QDateTime::fromString(time, Qt::ISODateWithMs);
    if (!read.isValid() || read.toUTC().toString(Qt::ISODateWithMs) != time)
        fields.refuse("time"_L1, u"is no time such as 2026-04-01T12:00:00.000Z");
}

} // namespace

QByteArray labelEventJson(const LabelEvent &event)
{
    auto object = contentJson(event);
    object.insert(u"hash"_s, hashText(event.hash));
    object.insert(u"previous"_s, hashText(event.previous));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<LabelEvent> labelEventFromJson(const QByteArray &json)
{
    auto fields = JsonFields::parsed(json, u"the label event"_s, longestLabelEvent);
    if (!fields)
        return std::unexpected(std::move(fields.error()));
    LabelEvent event{.id = fields->someText("id"_L1),
        .stream = fields->text("stream"_L1),
        .number = fields->integer("number"_L1, 0),
        .time = fields->text("time"_L1),
        .annotator = fields->someText("annotator"_L1),
        .item = itemFrom(fields->object("item"_L1)),
        .target = targetFrom(fields->object("target"_L1)),
        .action = actionFrom(fields->text("action"_L1), fields->object("data"_L1)),
        .previous = fields->hash("previous"_L1),
        .hash = fields->hash("hash"_L1)};
    checkTime(*fields, event.time);
    if (!fields->isSound())
        return fields->error();
    return event;
}

QByteArray labelEventHash(const LabelEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(event.previous);
    hash.addData(QJsonDocument(contentJson(event)).toJson(QJsonDocument::Compact));
    return hash.result();
}

LabelEvent makeLabelEvent(const QString &annotator, const ItemKey &item, LabelAction action)
{
    return {.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
        .stream = {},
        .number = 0,
        .time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
        .annotator = annotator,
        .item = item,
        .target = {},
        .action = std::move(action),
        .previous = {},
        .hash = {}};
}

} // namespace Decayscope
