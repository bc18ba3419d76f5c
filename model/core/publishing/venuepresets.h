// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurelook.h"

#include <base/result.h>

#include <vector>

namespace Decayscope {

/// A venue's column widths and its body's font, as rows of `resources/venues/venues.json` and of users' files.
struct VenuePreset
{
    QString id; ///< "neurips", "icml-full"
    QString title; ///< "ICML, both columns"
    QString source; ///< Where the width is from.
    FigureLook look;

    bool operator==(const VenuePreset &) const = default;
};

/// The built-in ones, then those of `userFolder` (every .json file of it; its ids win). A file that cannot be read is
/// told of in `problems`, one sentence each, and left out. An empty folder name asks for the built-in ones only.
[[nodiscard]] std::vector<VenuePreset> venuePresets(const QString &userFolder = {}, QStringList *problems = nullptr);

/// NotFound, naming those there are.
[[nodiscard]] Result<VenuePreset> venuePreset(QStringView id, std::span<const VenuePreset> presets);

} // namespace Decayscope
