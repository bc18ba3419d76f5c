// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runparts.h"

#include <code/patch.h>

namespace Decayscope {

namespace {

QString changeName(FilePatch::Kind kind)
{
    switch (kind) {
    case FilePatch::Kind::Modified:
        return QStringLiteral("modified");
    case FilePatch::Kind::Added:
        return QStringLiteral("added");
    case FilePatch::Kind::Deleted:
        return QStringLiteral("deleted");
    case FilePatch::Kind::Renamed:
        return QStringLiteral("renamed");
    case FilePatch::Kind::Copied:
        return QStringLiteral("copied");
    case FilePatch::Kind::ModeChanged:
        return QStringLiteral("mode changed");
    }
    return {};
}

void append(QString &texts, const QString &text)
{
    if (!texts.isNull())
        texts += u'\n';
    texts += text.isNull() ? QStringLiteral("") : text;
}

} // namespace

std::vector<ChangedFile> changedFiles(QByteArrayView patch)
{
    std::vector<ChangedFile> files;
    const auto read = readPatchFiles(patch);
    for (const auto &file : read.files) {
        ChangedFile changed{.path = file.path(), .change = changeName(file.kind)};
        for (const auto &hunk : file.hunks) {
            for (const auto &line : hunk.lines) {
                changed.added += line.kind == HunkLine::Kind::Added ? 1 : 0;
                changed.removed += line.kind == HunkLine::Kind::Removed ? 1 : 0;
            }
        }
        if (file.kind == FilePatch::Kind::Added && !file.isBinary)
            changed.lines = changed.added;
        files.push_back(std::move(changed));
    }
    return files;
}

TurnTexts textsOf(const TurnContent &turn)
{
    TurnTexts facts;
    for (const auto &part : turn.parts) {
        switch (part.kind) {
        case PartKind::Text:
        case PartKind::Reasoning:
        case PartKind::Image:
        case PartKind::Raw:
            append(facts.text, part.text);
            break;
        case PartKind::Command:
            append(facts.command, part.text);
            break;
        case PartKind::Output:
        case PartKind::Error:
            append(facts.output, part.text);
            break;
        case PartKind::Edit:
            if (part.edit && facts.file.isNull())
                facts.file = part.edit->path;
            break;
        }
    }
    return facts;
}

} // namespace Decayscope
