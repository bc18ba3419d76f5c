// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>
#include <domain/studysnapshot.h>

namespace Decayscope {

/// What people choose for a side: one scaffold or model of a study, or all.
struct SideChoice
{
    QString study; ///< The file of another study; empty for the one that is open.
    QString scaffold; ///< Empty: all.
    QString model; ///< Empty: all.

    /// The runs it stands for, as far as it says.
    [[nodiscard]] RunFilter filter() const;

    bool operator==(const SideChoice &) const = default;
};

/// Both sides.
struct SidesChoice
{
    SideChoice a;
    SideChoice b;

    bool operator==(const SidesChoice &) const = default;
};

/// Sides that are worth a look.
struct SidesPreset
{
    QString title; ///< "The two scaffolds"
    SidesChoice sides;

    bool operator==(const SidesPreset &) const = default;
};

/// What a study offers, the most telling first: its two scaffolds with most runs, and its two best models by mean A%
/// over their tasks. None where it has but one configuration.
[[nodiscard]] std::vector<SidesPreset> sidesPresets(const StudySnapshot &study);

/// A side in words: "GPT-5-mini · mini_swe_sdk", "mini_swe_sdk, all models", "all runs"; with the study where it is not
/// the open one.
[[nodiscard]] QString sideName(const SideChoice &side, const StudySnapshot &study);

} // namespace Decayscope
