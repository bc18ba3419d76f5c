// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "venuepresets.h"

#include "lookfields.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestFile = qint64{1024} * 1024;
constexpr qsizetype mostFiles = 200;
constexpr qsizetype mostVenues = 1000;
constexpr double goldenRatio = 1.618033988749895;

VenuePreset presetIn(FieldReader fields)
{
    VenuePreset preset;
    fields.text(u"id", preset.id);
    fields.text(u"title", preset.title);
    fields.text(u"source", preset.source);
    auto look = fields.object(u"look");
    takeLook(look, preset.look);
    look.refuseOthers();
    fields.refuseOthers();
    if (!look.has(u"height"))
        preset.look.height = std::round(preset.look.width / goldenRatio * 100) / 100;
    preset.look.venue = preset.id;
    if (preset.id.isEmpty())
        fields.refuse(fields.placeOf(u"id"), u"must not be empty"_s);
    if (preset.title.isEmpty())
        preset.title = preset.id;
    if (!preset.look.isPossible())
        look.refuse(look.placeOf(u"font"), u"must name a font"_s);
    return preset;
}

Result<std::vector<VenuePreset>> presetsIn(const QByteArray &document, const QString &source)
{
    const auto refused = [&source](const QString &why) {
        return failure(ErrorKind::InvalidInput, u"The venues of \"%1\" are left out. %2"_s.arg(source, why));
    };
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError)
        return refused(u"It is not sound JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset));
    if (json.object().value(u"schema").toInteger(0) != 1)
        return refused(u"It has no \"schema\": 1."_s);
    QString fault;
    FieldReader fields(json.object(), {}, fault);
    const auto rows = fields.array(u"venues");
    if (rows.size() > mostVenues)
        return refused(u"It holds more than %1 venues."_s.arg(mostVenues));
    std::vector<VenuePreset> presets;
    presets.reserve(static_cast<std::size_t>(rows.size()));
    for (qsizetype i = 0; i < rows.size(); ++i)
        presets.push_back(presetIn(fields.objectIn(rows.at(i), u"venues[%1]"_s.arg(i))));
    if (!fault.isEmpty())
        return refused(fault);
    return presets;
}

Result<std::vector<VenuePreset>> presetsOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable,
            u"The venues of \"%1\" are left out. It cannot be opened: %2."_s.arg(path, file.errorString()));
    const auto document = file.read(longestFile + 1);
    if (document.size() > longestFile)
        return failure(ErrorKind::Refused, u"The venues of \"%1\" are left out. It is larger than 1 MB."_s.arg(path));
    return presetsIn(document, path);
}

void add(std::vector<VenuePreset> &presets, const VenuePreset &preset)
{
    const auto found = std::ranges::find(presets, preset.id, &VenuePreset::id);
    if (found == presets.end())
        presets.push_back(preset);
    else
        *found = preset;
}

} // namespace

std::vector<VenuePreset> venuePresets(const QString &userFolder, QStringList *problems)
{
    QStringList files{u":/decayscope/venues/venues.json"_s};
    if (!userFolder.isEmpty()) {
        const auto own = QDir(userFolder).entryInfoList({u"*.json"_s}, QDir::Files | QDir::Readable, QDir::Name);
        for (const auto &file : own.first(std::min(mostFiles, own.size())))
            files.append(file.filePath());
    }
    std::vector<VenuePreset> presets;
    for (const auto &file : std::as_const(files)) {
        const auto read = presetsOfFile(file);
        if (!read && problems != nullptr)
            problems->append(read.error().message);
        for (const auto &preset : read.value_or(std::vector<VenuePreset>()))
            add(presets, preset);
    }
    return presets;
}

Result<VenuePreset> venuePreset(QStringView id, std::span<const VenuePreset> presets)
{
    const auto found = std::ranges::find(presets, id, &VenuePreset::id);
    if (found != presets.end())
        return *found;
    QStringList ids;
    for (const auto &preset : presets)
        ids.append(preset.id);
    return failure(ErrorKind::NotFound, u"There is no venue \"%1\". There are %2."_s.arg(id, ids.join(u", ")));
}

} // namespace Decayscope
