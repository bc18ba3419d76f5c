// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <blinding/identitymask.h>
#include <domain/runbundle.h>

#include <vector>

namespace Decayscope {

/// A file of a run as a hand-out carries it: by its path in the run's folder, without anything that tells who made it.
struct HandoutFile
{
    QString path;
    QByteArray bytes;
};

/// The stored documents of a run as masked files that read as the same run: names of sessions and times of reports are
/// replaced, texts are masked.
[[nodiscard]] std::vector<HandoutFile> handoutFiles(const std::vector<Document> &documents, const IdentityMask &mask);

/// Whether a path of a hand-out stays inside of the run's folder: a few plain names, none of them hidden.
[[nodiscard]] bool isSafePath(QStringView path);

} // namespace Decayscope
