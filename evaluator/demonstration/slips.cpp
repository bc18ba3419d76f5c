// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "slips.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString textIn(const QJsonObject &fields, QLatin1StringView key)
{
    return fields.value(key).toString();
}

QStringList textsIn(const QJsonObject &fields, QLatin1StringView key)
{
    return fields.value(key).toVariant().toStringList();
}

std::vector<SlipChange> changesIn(const QJsonObject &fields)
{
    const auto array = fields.value("changes"_L1).toArray();
    std::vector<SlipChange> changes;
    changes.reserve(static_cast<std::size_t>(array.size()));
    for (const auto &entry : array) {
        const auto change = entry.toObject();
        changes.push_back({.framework = textIn(change, "framework"_L1),
            .file = textIn(change, "file"_L1),
            .find = textIn(change, "find"_L1),
            .replace = textIn(change, "replace"_L1)});
    }
    return changes;
}

std::vector<ProjectStorage> storagesIn(const QJsonObject &fields)
{
    std::vector<ProjectStorage> storages;
    for (const auto &name : textsIn(fields, "storages"_L1))
        if (const auto storage = projectStorageFromName(name))
            storages.push_back(*storage);
    return storages;
}

Slip slipIn(const QJsonObject &fields)
{
    return {.name = textIn(fields, "name"_L1),
        .why = textIn(fields, "why"_L1),
        .category = textIn(fields, "category"_L1),
        .subcategory = textIn(fields, "subcategory"_L1),
        .isFlat = textIn(fields, "code"_L1) == "flat"_L1,
        .storages = storagesIn(fields),
        .constraint = constraintFromName(textIn(fields, "constraint"_L1)),
        .changes = changesIn(fields),
        .leavesOut = textsIn(fields, "leavesOut"_L1),
        .takes = textIn(fields, "takes"_L1),
        .isNoticeable = fields.value("noticeable"_L1).toBool(),
        .fails = textsIn(fields, "fails"_L1),
        .violates = textsIn(fields, "violates"_L1)};
}

std::vector<Slip> readSlips()
{
    QFile file(u":/decayscope/demonstration/slips.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto rows = QJsonDocument::fromJson(file.readAll()).array();
    std::vector<Slip> slips;
    slips.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto &row : rows)
        slips.push_back(slipIn(row.toObject()));
    return slips;
}

bool isOf(const SlipChange &change, const QString &framework)
{
    return change.framework.isEmpty() || change.framework == framework;
}

Result<> makeChange(const SlipChange &change, ProjectFiles &files)
{
    const auto file = files.find(change.file);
    const auto words = change.find.toUtf8();
    if (file == files.end() || file->second.count(words) != 1)
        return failure(
            ErrorKind::InvalidInput, u"\"%1\" is not exactly once in \"%2\"."_s.arg(change.find, change.file));
    file->second.replace(words, change.replace.toUtf8());
    return {};
}

} // namespace

bool Slip::fits(const TaskSpec &task, const ProjectShape &shape) const
{
    if (shape.isLayered == isFlat || (constraint && !task.constraints.contains(*constraint)))
        return false;
    if (!storages.empty() && !std::ranges::contains(storages, shape.storage))
        return false;
    return changes.empty()
        || std::ranges::any_of(changes, [&](const SlipChange &change) { return isOf(change, shape.framework); });
}

const std::vector<Slip> &knownSlips()
{
    static const auto slips = readSlips();
    return slips;
}

ProjectShape slippedShape(const Slip &slip, ProjectShape shape)
{
    if (slip.takes == "flat"_L1)
        shape.isLayered = false;
    else if (const auto storage = projectStorageFromName(slip.takes))
        shape.storage = *storage;
    return shape;
}

Result<> makeSlip(const Slip &slip, const QString &framework, ProjectFiles &files)
{
    auto changed = files;
    for (const auto &change : slip.changes)
        if (isOf(change, framework))
            if (auto made = makeChange(change, changed); !made)
                return made;
    for (const auto &path : slip.leavesOut)
        changed.erase(path);
    files = std::move(changed);
    return {};
}

} // namespace Decayscope
