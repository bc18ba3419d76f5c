// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Decayscope {

/// What a file is for a run, by its path inside the run's folder.
enum class RunFileKind : quint8 {
    Stray, ///< Left alone.
    Patch,
    CsvReport,
    HtmlReport,
    JsonReport,
    JunitReport,
    ServerLog,
    SetupLog,
    Evaluation, ///< `evaluation.json`: what Decayscope recorded when it evaluated the run itself.
    MiniTrajectory,
    SessionState, ///< `<session>/base_state.json` of an OpenHands conversation.
    SessionEvent, ///< `<session>/events/event-NNNNN-<id>.json`.
    Trajectory, ///< Of any other format, in one file.
    ClassicEvent ///< `<session>/events/<number>.json`, from before the SDK of OpenHands.
};

[[nodiscard]] RunFileKind kindOfRunFile(QStringView path);

/// The number in `event-NNNNN-<id>.json`; nothing for any other name.
[[nodiscard]] std::optional<qint64> eventIndex(QStringView fileName);

/// A larger file is not read: no trace, log or patch of a run comes near.
inline constexpr qint64 maxRunFileBytes = 512LL * 1024 * 1024;

/// Spare bytes behind every text read here: the JSON parser looks ahead that far.
inline constexpr qsizetype spareBytes = 64;

/// An empty array that takes `size` bytes and has the spare ones behind them.
[[nodiscard]] QByteArray roomFor(qsizetype size);

} // namespace Decayscope
