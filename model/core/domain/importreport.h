// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runbundle.h"

namespace Decayscope {

/// What an import did, run by run counted, and what it could not take.
struct ImportReport
{
    qint64 importId = 0; ///< Names the import for undoing it; 0 where nothing was stored.
    int imported = 0;
    int updated = 0;
    int unchanged = 0;
    std::vector<ImportIssue> refused;
    std::vector<ImportIssue> warnings;
    int runs = 0; ///< Runs in the store afterwards.
    int labels = 0; ///< New ones, from label files.
    int tasks = 0; ///< Task files that were new or changed.
    int samples = 0; ///< Of labels; those that other studies brought, as with codebooks.
    int codebooks = 0;
    double seconds = 0;
    qint64 bytes = 0; ///< Input bytes read.
    bool cancelled = false; ///< What was finished before stays.
};

} // namespace Decayscope
