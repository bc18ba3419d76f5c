// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importedlabel.h"

#include <QDateTime>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Ids of imported labels are made in this space of names.
constexpr QUuid importedSpace(0x6d0f4a52, 0x3b1c, 0x4f5e, 0x9a, 0x77, 0x2c, 0x50, 0x8e, 0x14, 0xd3, 0xb9);

constexpr qsizetype longestName = 1000;

/// Sub-categories of the study's files are kinds of this failure.
constexpr QStringView parentOfSubcategories{u"logic_error"};

const Code *codeOf(const Codebook &codebook, QStringView name, QStringView parent)
{
    const auto *code = codebook.findByName(name, parent);
    if (!code)
        code = codebook.find(name);
    return code && (code->parent == parent) ? code : nullptr;
}

QString idOf(const PlainLabel &label, const LabelOrigin &origin)
{
    const auto &target = label.target;
    const QStringList parts{origin.annotator, target.runtime, target.configuration.scaffold, target.configuration.model,
        target.task, QString::number(target.trial), target.date, label.category, label.subcategory, label.reasoning,
        QString::number(origin.precedence)};
    QByteArray content;
    for (const auto &part : parts) {
        const auto bytes = part.toUtf8();
        content += QByteArray::number(bytes.size()) + ':' + bytes;
    }
    return QUuid::createUuidV5(importedSpace, content).toString(QUuid::WithoutBraces);
}

} // namespace

LabelEvent importedEvent(const PlainLabel &label, const LabelOrigin &origin, const Codebook &codebook)
{
    Imported imported{.source = origin.file, .precedence = origin.precedence};
    auto &made = imported.label;
    made.codebook = codebook.id;
    made.version = codebook.version;
    made.memo = label.reasoning;
    const auto category = label.category.isEmpty() ? parentOfSubcategories.toString() : label.category;
    const auto *code = codeOf(codebook, category, {});
    made.code = code ? code->id : category;
    if (!label.subcategory.isEmpty()) {
        const auto *subcode = codeOf(codebook, label.subcategory, made.code);
        made.subcode = subcode ? subcode->id : label.subcategory;
    }
    LabelEvent event{.id = idOf(label, origin),
        .number = 1,
        .time = origin.time,
        .annotator = origin.annotator,
        .target = label.target,
        .action = std::move(imported)};
    event.stream = u"import:"_s + event.id;
    event.hash = labelEventHash(event);
    return event;
}

std::optional<QString> problemOf(const PlainLabel &label)
{
    const auto &target = label.target;
    if (target.configuration.model.isEmpty() || target.task.isEmpty())
        return u"It names no model or no task."_s;
    if (label.category.isEmpty() && label.subcategory.isEmpty())
        return u"It names no category."_s;
    if (label.reasoning.size() > longestReasoning)
        return u"Its reasoning is longer than %1 characters."_s.arg(longestReasoning);
    const auto isLong = [](const QString &text) { return text.size() > longestName; };
    const QStringList names{target.runtime, target.configuration.scaffold, target.configuration.model, target.task,
        label.category, label.subcategory};
    if (std::ranges::any_of(names, isLong))
        return u"One of its names is longer than %1 characters."_s.arg(longestName);
    return {};
}

QString timeOfFile(const QDateTime &changed)
{
    const auto time = changed.toUTC();
    const auto isUsual = time.isValid() && time.date().year() >= 1970 && time.date().year() <= 9999;
    return (isUsual ? time : QDateTime::fromMSecsSinceEpoch(0, QTimeZone::UTC)).toString(Qt::ISODateWithMs);
}

std::optional<QString> unknownCategory(const PlainLabel &label, const Codebook &codebook)
{
    const auto isUnknown
        = [&](const QString &name, QStringView parent) { return !name.isEmpty() && !codeOf(codebook, name, parent); };
    const auto sentence = [&](const QString &name) {
        return u"\"%1\" is no category of the codebook \"%2\". It is kept as it is written."_s.arg(name, codebook.id);
    };
    if (isUnknown(label.category, {}))
        return sentence(label.category);
    const auto category = label.category.isEmpty() ? parentOfSubcategories : QStringView(label.category);
    const auto *parent = codeOf(codebook, category, {});
    if (isUnknown(label.subcategory, parent ? QStringView(parent->id) : category))
        return sentence(label.subcategory);
    return {};
}

std::optional<int> trialOfRunId(QStringView runId)
{
    constexpr QLatin1StringView prefix{"run_"};
    if (!runId.startsWith(prefix))
        return {};
    const auto digits = runId.sliced(prefix.size());
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    bool isNumber = false;
    const auto trial = digits.toInt(&isNumber);
    return isNumber && std::ranges::all_of(digits, isDigit) ? std::optional(trial) : std::nullopt;
}

} // namespace Decayscope
