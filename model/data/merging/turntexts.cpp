// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turntexts.h"

#include <imports/runreader.h>
#include <imports/storedturns.h>
#include <imports/turnreader.h>

#include <QHash>

namespace Decayscope {

namespace {

/// A trajectory in one file, whatever its name: that of the study's layout is told by its path.
RawFile singleFile(const Document &document)
{
    RawFile file{.path = document.path, .bytes = document.bytes, .problem = {}, .kind = {}};
    if (file.runFileKind() != RunFileKind::MiniTrajectory)
        file.kind = RunFileKind::Trajectory;
    return file;
}

void addParts(const Document &document, std::vector<RawFile> &files)
{
    for (const auto &part : document.parts)
        files.push_back(
            {.path = part.path, .bytes = document.bytes.sliced(part.offset, part.length), .problem = {}, .kind = {}});
}

/// The files that the turns were read from.
std::vector<RawFile> trajectoryFiles(const RunBundle &bundle)
{
    std::vector<RawFile> files;
    for (const auto &document : bundle.documents) {
        if (document.kind == DocumentKind::Trajectory)
            files.push_back(singleFile(document));
        else if (document.kind == DocumentKind::TrajectoryState)
            files.push_back(
                {.path = document.path, .bytes = document.bytes, .problem = {}, .kind = RunFileKind::SessionState});
        else if (document.kind == DocumentKind::TrajectoryEvents)
            addParts(document, files);
    }
    return files;
}

QHash<int, QString> textsReadAgain(const RunBundle &bundle)
{
    const PendingRun pending{.key = bundle.key, .task = bundle.task, .origin = bundle.origin, .load = {}};
    auto again = readRun(pending, trajectoryFiles(bundle));
    QHash<int, QString> texts;
    for (auto &turn : again.turns)
        texts.insert(turn.index, std::move(turn.text));
    return texts;
}

/// The turns as a reader of the run sees them.
std::shared_ptr<const TurnSource> turnsOf(const RunBundle &bundle)
{
    for (const auto kind : {DocumentKind::Trajectory, DocumentKind::TrajectoryEvents}) {
        const auto *state = bundle.document(DocumentKind::TrajectoryState);
        if (const auto *document = bundle.document(kind))
            return openTurns(*document, state ? std::optional(*state) : std::nullopt, bundle.turns);
    }
    return nullptr;
}

} // namespace

void fillTurnTexts(RunBundle &bundle)
{
    if (bundle.turns.empty())
        return;
    const auto texts = textsReadAgain(bundle);
    std::shared_ptr<const TurnSource> source;
    for (int place = 0; auto &turn : bundle.turns) {
        const auto found = texts.constFind(turn.index);
        // What an earlier version of the reader made a turn of is read as the window reads it.
        if (found == texts.cend() && !source)
            source = turnsOf(bundle);
        if (found != texts.cend())
            turn.text = *found;
        else if (source)
            turn.text = searchText(source->turn(place));
        ++place;
    }
}

} // namespace Decayscope
