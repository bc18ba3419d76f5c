// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "predictions.h"

#include "jsonparser.h"
#include "jsontext.h"
#include "jsonvalues.h"
#include "runfiles.h"
#include "trajectoryhead.h"

#include <QFile>
#include <QFileInfo>

#include <simdjson.h>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 largestPredictions = 64LL * 1024 * 1024;

QByteArray contentsOf(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (info.isSymLink() || !info.isFile() || info.size() > largestPredictions || !file.open(QIODevice::ReadOnly))
        return {};
    auto bytes = roomFor(info.size());
    bytes.append(file.read(largestPredictions));
    return bytes;
}

QByteArray patchIn(QByteArrayView entry, const QString &instance)
{
    auto bytes = roomFor(entry.size());
    bytes.append(entry);
    JsonParser parser;
    simdjson::dom::element value;
    if (parser.parse(bytes, value) == JsonState::Unreadable)
        return {};
    const auto named = stringAt(value, "instance_id");
    const auto text = bytesAt(value, "model_patch");
    const QByteArrayView patch(text.data(), std::ssize(text));
    const auto isOther = !named.isEmpty() && !instance.isEmpty() && named != instance;
    return isOther || !looksLikePatch(patch) ? QByteArray() : patch.toByteArray();
}

QByteArray patchFromList(const QString &path, const QString &instance)
{
    const auto bytes = contentsOf(path);
    const auto key = instance.toUtf8();
    const auto outline = outlineOf(bytes, {});
    const auto found = std::ranges::find(outline.members, key, &JsonMember::key);
    return found == outline.members.end() ? QByteArray() : patchIn(found->value.in(bytes), instance);
}

} // namespace

QByteArray predictedPatch(const QString &file, const QString &instance)
{
    if (file.isEmpty())
        return {};
    const auto folder = file.first(file.lastIndexOf(u'/') + 1);
    auto stem = file;
    for (const auto *ending : {".json", ".traj"}) {
        if (stem.endsWith(QLatin1StringView(ending)))
            stem.chop(5);
    }
    if (auto patch = patchIn(contentsOf(stem + QLatin1StringView(".pred")), instance); !patch.isEmpty())
        return patch;
    if (instance.isEmpty())
        return {};
    for (const auto *place : {"preds.json", "../preds.json"}) {
        if (auto patch = patchFromList(folder + QLatin1StringView(place), instance); !patch.isEmpty())
            return patch;
    }
    return {};
}

} // namespace Decayscope
