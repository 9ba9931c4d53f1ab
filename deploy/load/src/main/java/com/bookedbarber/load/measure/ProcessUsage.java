package com.bookedbarber.load.measure;

/**
 * What a process and its children took while something ran.
 *
 * @param cpuPercent of one core: two busy cores are 200
 * @param memoryMib resident at the end; memory that several processes of it share is counted once
 */
public record ProcessUsage(double cpuPercent, long memoryMib) {}
