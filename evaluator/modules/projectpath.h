// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Decayscope {

/// The folder a path lies in; empty at the top of the project.
[[nodiscard]] std::string_view parentFolder(std::string_view path);

/// What a path ends with, behind its last slash.
[[nodiscard]] std::string_view lastComponent(std::string_view path);

/// A path as it is meant from a folder of the project, without "." and ".."; empty for the project itself. Nothing
/// where it leaves the project. Absolute paths are taken from the project's top.
[[nodiscard]] std::optional<std::string> pathIn(std::string_view folder, std::string_view relative);

/// The same with slashes between, without looking at dots.
[[nodiscard]] std::string joinedFolder(std::string_view folder, std::string_view name);

/// Whether a path is a folder or lies below it; everything lies below "".
[[nodiscard]] bool isBelow(std::string_view path, std::string_view folder);

} // namespace Decayscope
