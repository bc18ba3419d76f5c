// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manifest.h"

#include <domain/runfilter.h>
#include <domain/studysnapshot.h>
#include <labels/labelbook.h>

namespace Decayscope {

/// A study without its store: all that numbers, tables and figures rest on.
struct StudyData
{
    std::shared_ptr<const StudySnapshot> study;
    std::shared_ptr<const LabelBook> labels; ///< Never null; may be empty.
};

/// The study as files below data/: runs, configurations and styles, label events, codebooks and samples. Reading them
/// gives a study with the same studyHash(), from which every table and figure comes out with the same bytes.
[[nodiscard]] std::vector<BundledFile> studyDocuments(const StudyData &data);

/// Reads them again; hostile input is expected. Errors name file, place and remedy.
[[nodiscard]] Result<StudyData> readStudyDocuments(const std::vector<BundledFile> &files, const QString &source);

/// A filter of the study as a filter of what its documents give: numbers of chosen runs are a store's own, those of
/// documents follow the keys.
[[nodiscard]] RunFilter bundledFilter(RunFilter filter, const StudySnapshot &study);

} // namespace Decayscope
