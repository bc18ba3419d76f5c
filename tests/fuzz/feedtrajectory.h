// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <imports/trajectoryshape.h>

#include <initializer_list>

/// Reads bytes as the importer reads a trajectory file, and every turn of it. Gives -1, which keeps libFuzzer to the
/// point, where the bytes have none of these formats.
int feedTrajectory(const uint8_t *data, size_t size, std::initializer_list<Decayscope::TrajectoryFormat> formats);
