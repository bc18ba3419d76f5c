# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every target of the project is compiled with.

option(DECAYSCOPE_WERROR "Treat warnings as errors" ON)
set(DECAYSCOPE_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize takes them")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(decayscope_options INTERFACE)
add_library(Decayscope::options ALIAS decayscope_options)
target_compile_definitions(decayscope_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_UP_TO=0x060800)
target_compile_options(decayscope_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers
    -Wnull-dereference $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
    $<$<BOOL:${DECAYSCOPE_WERROR}>:-Werror>)
if(DECAYSCOPE_SANITIZE)
    target_compile_options(decayscope_options INTERFACE
        -fsanitize=${DECAYSCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
        # The sanitizers' own checks look like null pointers and shadowed paths to this warning.
        -Wno-null-dereference)
    target_link_options(decayscope_options INTERFACE -fsanitize=${DECAYSCOPE_SANITIZE})
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # ccache takes files that are compiled with precompiled headers only when told that this is meant.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${CCACHE_PROGRAM}")
endif()

# Qt and the standard library take half of the time of every compilation; they are read once for all libraries without
# widgets and once for all with them. packaging/cmake/precompiled says what is in.
option(DECAYSCOPE_PCH "Precompile the headers of Qt and the standard library" OFF)
set(DECAYSCOPE_PCH_OPTIONS $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
