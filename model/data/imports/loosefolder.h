// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loosetexts.h"

namespace Decayscope {

/// A thing below a folder that may hold runs.
struct LooseCandidate
{
    enum class Kind : quint8 { File, Zip, Conversation, ClassicEvents };

    Kind kind = Kind::File;
    QString path; ///< The file, or the conversation's folder.
};

/// What a walk below a folder found, sorted by path, and what could not be looked at.
struct LooseWalk
{
    std::vector<LooseCandidate> candidates;
    std::vector<ImportIssue> refused;
};

/// Looks through a folder, links apart. Errors: Unreadable (the folder itself), Cancelled.
[[nodiscard]] Result<LooseWalk> walkLooseFolder(const QString &folder, const Progress &progress);

/// The files of an OpenHands conversation, or of a folder of classic events, by their paths below the folder above.
[[nodiscard]] Result<LooseText> conversationIn(const LooseCandidate &candidate);

} // namespace Decayscope
